package cachescope.engine.invalidation;

import cachescope.engine.near.NearCache;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.MessageBus.Subscription;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * That a node listens, by whatever subscription: it begins once, and what was begun upon a message
 * is finished before it ends; then the near cache is closed, and nothing is begun any more.
 */
final class Listening {
    /** How long what is in hand may take to finish. */
    private static final Duration FINISH_MAX = Duration.ofSeconds(1);

    private final Monitor monitor;
    private final NearCache near;
    private final CopiesListener listener;
    private boolean begun;
    private boolean inHand;
    private boolean closed;
    private volatile @Nullable Subscription subscription;

    Listening(Tasks tasks, NearCache near, CopiesListener listener) {
        this.monitor = tasks.monitor();
        this.near = near;
        this.listener = listener;
    }

    /** What is done upon a message. */
    @FunctionalInterface
    interface Action {
        void run() throws CacheUnavailable;
    }

    /** Whether it is for the caller to subscribe: true once. */
    boolean begins() {
        return monitor.inside(() -> !begun && (begun = true));
    }

    /** Listens by this subscription, unless that is over already. */
    void by(Subscription made) {
        subscription = made;
        if (isClosed()) {
            made.close();
        }
    }

    boolean isClosed() {
        return monitor.inside(() -> closed);
    }

    /**
     * Acts upon a message unless that is over; one at a time. An action that finds the near cache
     * out of reach is on a node that is going down, and the cache goes with it.
     */
    void act(Action action) {
        if (!monitor.inside(() -> !closed && (inHand = true))) {
            return;
        }
        try {
            action.run();
        } catch (CacheUnavailable stopped) {
            near.close();
        } finally {
            monitor.inside(() -> inHand = false);
        }
    }

    /** Tells why the near cache was emptied, if it held anything. */
    void flushed(String reason, int entries) {
        if (entries > 0) {
            listener.nearFlushed(reason, entries);
        }
    }

    /** Breaks the connection. */
    void cut() {
        var made = subscription;
        if (made != null) {
            made.cut();
        }
    }

    /** Begins nothing more, and blocks until what was begun is finished, but not for long. */
    void close() throws InterruptedException {
        try {
            monitor.inside(() -> closed = true);
            monitor.when(() -> !inHand, FINISH_MAX, () -> closed);
        } finally {
            var made = subscription;
            if (made != null) {
                made.close();
            }
            near.close();
        }
    }
}
