package cachescope.engine.stampede;

import cachescope.engine.event.Cause;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Work of one kind that is done for keys in the background: never twice for a key at a time, and no
 * more than so much in all. What finds no room is left out. Safe for use by many tasks at once.
 */
public final class BackgroundWork {
    /** How long closing waits for what runs. */
    private static final Duration CLOSE_WAIT_MAX = Duration.ofSeconds(5);

    private final Tasks tasks;
    private final String kind;
    private final int runningMax;
    private final Monitor monitor;
    private final Set<String> running = new HashSet<>();
    private boolean closed;

    /** {@code kind} is the verb by which it is known, such as "refresh". */
    public BackgroundWork(Tasks tasks, String kind, int runningMax) {
        this.tasks = tasks;
        this.kind = kind;
        this.runningMax = runningMax;
        this.monitor = tasks.monitor();
    }

    /** Starts the work for a key unless it is being done, and returns at once. */
    public void start(String key, Tasks.Body work) {
        if (!monitor.inside(() -> !closed && running.size() < runningMax && running.add(key))) {
            return;
        }
        var asker = Caller.CURRENT.get();
        var cause = new Cause.Background(kind + " " + key, requests(asker.cause()));
        tasks.start(
                asker.background(cause),
                () -> {
                    try {
                        work.run();
                    } finally {
                        monitor.inside(() -> running.remove(key));
                    }
                });
    }

    /** Starts nothing any more, and blocks, for a bounded time, until what runs is over. */
    public void close() throws InterruptedException {
        monitor.inside(() -> closed = true);
        monitor.when(running::isEmpty, CLOSE_WAIT_MAX, () -> closed);
    }

    private static List<Long> requests(Cause cause) {
        return switch (cause) {
            case Cause.Request asker -> List.of(asker.request());
            case Cause.Background work -> work.requests();
        };
    }
}
