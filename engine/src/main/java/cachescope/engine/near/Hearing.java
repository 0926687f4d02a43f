package cachescope.engine.near;

/** How a node hears of what others write, so that its near cache may hold copies. */
public interface Hearing extends AutoCloseable {
    /** Nothing is heard: copies go when they expire. */
    Hearing NONE =
            new Hearing() {
                @Override
                public void begin() {}

                @Override
                public void cut() {}

                @Override
                public void close() {}
            };

    /** Begins to listen unless it has; returns at once. */
    void begin();

    /** Breaks the connection over which it hears, which is made again. Returns at once. */
    void cut();

    /** Ends it. Blocks, but not for long, until the message that is in hand is done with. */
    @Override
    void close() throws InterruptedException;
}
