package cachescope.app.sizing;

import cachescope.engine.sizing.Advance;
import cachescope.engine.sizing.By;
import cachescope.engine.sizing.NumberedTraffic;
import cachescope.engine.sizing.Replays;
import cachescope.engine.sizing.Sizing;
import cachescope.engine.sizing.SizingException;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.traffic.TrafficException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Works curves out on a thread of its own. Safe for use by many threads. */
public final class CurveWorker implements CurveWork, AutoCloseable {
    /** The part of the memory that may be used. */
    private static final int SHARE_OF_MEMORY = 4;

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("curves").factory());
    private volatile @Nullable Task task;

    /** One wish of the person, and what came of it. */
    private static final class Task {
        private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
        private final Advance advance = new Advance();
        private volatile boolean over;
    }

    @Override
    public synchronized void begin(OpenRecording recording, By by, List<EvictionName> policies) {
        cancel();
        var next = new Task();
        task = next;
        if (worker.isShutdown()) {
            next.over = true;
            return;
        }
        worker.execute(() -> {
            try {
                work(next, recording, by, policies);
            } catch (TrafficException | SizingException refused) {
                next.outcomes.add(new Outcome.Refused(String.valueOf(refused.getMessage())));
            } finally {
                next.over = true;
            }
        });
    }

    private static void work(Task task, OpenRecording recording, By by, List<EvictionName> policies)
            throws TrafficException, SizingException {
        var sizing =
                Sizing.within(
                        Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY,
                        recording.source().open(),
                        by);
        NumberedTraffic numbered = null;
        for (var policy : policies) {
            if (task.advance.isStopped()) {
                return;
            }
            if (policy == EvictionName.LRU) {
                tell(task, new Outcome.Found(sizing.lru(task.advance)));
            } else {
                numbered = numbered == null ? sizing.numbered(task.advance) : numbered;
                var replays = new Replays(numbered, by, task.advance);
                tell(task, new Outcome.Found(replays.curve(policy)));
            }
        }
    }

    /** A curve that was given up is of a part of the recording only. */
    private static void tell(Task task, Outcome outcome) {
        if (!task.advance.isStopped()) {
            task.outcomes.add(outcome);
        }
    }

    @Override
    public void cancel() {
        var running = task;
        task = null;
        if (running != null) {
            running.advance.stop();
        }
    }

    @Override
    public Optional<Outcome> take() {
        var present = task;
        return present == null ? Optional.empty() : Optional.ofNullable(present.outcomes.poll());
    }

    @Override
    public boolean isBusy() {
        var present = task;
        return present != null && !(present.over && present.outcomes.isEmpty());
    }

    @Override
    public OptionalLong percent() {
        var present = task;
        return present == null ? OptionalLong.empty() : present.advance.percent();
    }

    /** Ends the thread soon; does not wait for it. */
    @Override
    public void close() {
        cancel();
        worker.shutdown();
    }
}
