package cachescope.engine.port;

/**
 * The shared cache's own tracking of keys: it tells whoever listens that an entry was set, dropped
 * or has expired, whoever did it. What it tells comes at most once. Safe for use by many tasks at
 * once.
 */
public interface KeyTracking {

    /**
     * Lets a listener hear of an application node's keys over a connection of its own, which is
     * made again whenever it is lost, until the subscription is closed. Returns at once.
     */
    MessageBus.Subscription track(String node, Listener listener);

    /** Is told by one task of its own, one call after another. */
    interface Listener {
        /** From now on each change is told. */
        void connected();

        /** The entry of a key is another one, or gone. */
        void changed(String key);

        /** All entries may be others, or gone. */
        void allChanged();

        /** The connection is lost: what changes until {@link #connected} is not told. */
        void disconnected(String reason);
    }
}
