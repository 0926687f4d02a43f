package cachescope.engine.port;

/**
 * Channels on which short texts are sent to whoever listens at that moment: Redis' publish and
 * subscribe. A message comes at most once: a subscriber that was away has missed it for ever, and
 * nobody tells the sender. Safe for use by many tasks at once.
 */
public interface MessageBus {
    /** The longest text, in characters. */
    int TEXT_LENGTH_MAX = 65_536;

    /**
     * Sends a text to those who are subscribed to a channel now, and returns how many there were.
     * Blocks for one round trip; the message may come before or after that. Where the outcome is
     * unknown it may have been sent, and who sends it again may send it twice.
     */
    long publish(String channel, String text) throws CacheUnavailable;

    /**
     * Subscribes an application node to a channel over a connection of its own, which is made again
     * whenever it is lost, until the subscription is closed. Blocks until the listener was told
     * that it is connected or, if the bus can't be reached now, disconnected.
     */
    Subscription subscribe(String channel, String node, Listener listener)
            throws InterruptedException;

    /** Refuses, with {@link IllegalArgumentException}, a text that is too long. */
    static void check(String text) {
        if (text.length() > TEXT_LENGTH_MAX) {
            throw new IllegalArgumentException(
                    "A message must have at most "
                            + TEXT_LENGTH_MAX
                            + " characters, not "
                            + text.length()
                            + ".");
        }
    }

    /** A subscription in force. */
    interface Subscription extends AutoCloseable {
        /**
         * Ends the subscription and its connection. Returns at once; the listener is not called
         * again, and if it is at work it is told to stop.
         */
        @Override
        void close();

        /** Breaks the connection as a network does; it is made again. Returns at once. */
        void cut();
    }

    /**
     * Is told what a subscription hears, by one task of the subscription's own, one call after
     * another. Who takes long delays what comes after, and who takes too long is cut off.
     */
    interface Listener {
        /** The subscription is in force from now on: at first, and after each loss. */
        void connected() throws InterruptedException;

        /** A message has come. */
        void received(String text) throws InterruptedException;

        /**
         * The connection is lost: what is sent until {@link #connected} never comes. {@code reason}
         * is a sentence.
         */
        void disconnected(String reason) throws InterruptedException;
    }
}
