package cachescope.engine.invalidation;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.time.Duration;

/**
 * The message that a node is acting upon: what was begun is finished before the node stops to
 * listen, and nothing is begun after that.
 */
final class MessageInHand {
    /** How long it may take to finish. */
    private static final Duration FINISH_MAX = Duration.ofSeconds(1);

    private final Monitor monitor;
    private boolean inHand;
    private boolean closed;

    MessageInHand(Tasks tasks) {
        this.monitor = tasks.monitor();
    }

    /** What is done upon a message. */
    @FunctionalInterface
    interface Action {
        void run() throws CacheUnavailable;
    }

    boolean isClosed() {
        return monitor.inside(() -> closed);
    }

    /** Acts upon a message unless that is over; one at a time. */
    void act(Action action) throws CacheUnavailable {
        if (!monitor.inside(() -> !closed && (inHand = true))) {
            return;
        }
        try {
            action.run();
        } finally {
            monitor.inside(() -> inHand = false);
        }
    }

    /** Begins nothing more, and blocks until what was begun is finished, but not for long. */
    void close() throws InterruptedException {
        monitor.inside(() -> closed = true);
        monitor.when(() -> !inHand, FINISH_MAX, () -> closed);
    }
}
