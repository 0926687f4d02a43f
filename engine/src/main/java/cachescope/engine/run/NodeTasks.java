package cachescope.engine.run;

import cachescope.engine.event.Cause;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of one application node: those of the world, of which all that were started here end
 * when the node is killed. Closing is the world's business.
 */
final class NodeTasks implements Tasks {
    private final Tasks world;
    private final Monitor monitor;
    private final Map<Work, Caller> running = new LinkedHashMap<>();

    NodeTasks(Tasks world) {
        this.world = world;
        this.monitor = world.monitor();
    }

    /** Work that has begun or will, and its task, as soon as that is known. */
    private static final class Work {
        private volatile @Nullable Task task;

        void cancel() {
            var known = task;
            if (known != null) {
                known.cancel();
            }
        }
    }

    /** Ends all that is running: no call of it takes effect any more. Returns at once. */
    void kill() {
        var killed = monitor.inside(() -> List.copyOf(running.entrySet()));
        killed.forEach(work -> work.getValue().kill());
        killed.forEach(work -> work.getKey().cancel());
    }

    /** Tells all requests in flight to stop: each ends as one that failed. Returns at once. */
    void cancelRequests() {
        monitor.inside(() -> List.copyOf(running.entrySet())).stream()
                .filter(work -> work.getValue().cause() instanceof Cause.Request)
                .forEach(work -> work.getKey().cancel());
    }

    @Override
    public Task start(Caller caller, Body body) {
        var work = new Work();
        monitor.inside(() -> {
            running.put(work, caller);
            return work;
        });
        var task =
                world.start(
                        caller,
                        () -> {
                            try {
                                body.run();
                            } finally {
                                over(work);
                            }
                        });
        work.task = task;
        return task;
    }

    private void over(Work work) {
        monitor.inside(() -> {
            running.remove(work);
            return work;
        });
    }

    @Override
    public Task fork(String name, Body body) {
        return Caller.CURRENT.isBound()
                ? start(Caller.CURRENT.get(), body)
                : world.fork(name, body);
    }

    @Override
    public long now() {
        return world.now();
    }

    @Override
    public Instant startedAt() {
        return world.startedAt();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        world.sleep(duration);
    }

    @Override
    public Monitor monitor() {
        return world.monitor();
    }

    @Override
    public RandomGenerator random(String stream) {
        return world.random(stream);
    }

    @Override
    public void close() {}
}
