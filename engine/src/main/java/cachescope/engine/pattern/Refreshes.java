package cachescope.engine.pattern;

import cachescope.engine.event.Cause;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs refreshes in the background: never two of a key at a time, and no more than so many in all.
 * One that finds no room is left out; a later read asks again. Safe for use by many tasks at once.
 */
final class Refreshes {
    private final Tasks tasks;
    private final int runningMax;
    private final Monitor monitor;
    private final Set<String> running = new HashSet<>();
    private boolean closed;

    Refreshes(Tasks tasks, int runningMax) {
        this.tasks = tasks;
        this.runningMax = runningMax;
        this.monitor = tasks.monitor();
    }

    /** Starts the refresh of a key unless one is running, and returns at once. */
    void start(String key, Tasks.Body refresh) {
        if (!monitor.inside(() -> !closed && running.size() < runningMax && running.add(key))) {
            return;
        }
        var asker = Caller.CURRENT.get();
        var cause = new Cause.Background("refresh " + key, requests(asker.cause()));
        tasks.start(
                asker.background(cause),
                () -> {
                    try {
                        refresh.run();
                    } finally {
                        monitor.inside(() -> running.remove(key));
                    }
                });
    }

    /** Starts none any more, and blocks until those that run are over, but no longer than that. */
    void close(Duration atMost) throws InterruptedException {
        monitor.inside(() -> closed = true);
        monitor.when(running::isEmpty, atMost, () -> closed);
    }

    private static List<Long> requests(Cause cause) {
        return switch (cause) {
            case Cause.Request asker -> List.of(asker.request());
            case Cause.Background work -> work.requests();
        };
    }
}
