package cachescope.engine.pattern;

/** Hears of refreshes, in the task that begins and in the one that does them. Must not throw. */
public interface RefreshListener {
    /** Hears nothing. */
    RefreshListener NONE = new RefreshListener() {};

    /** A refresh of a key begins. */
    default void started(String key) {}

    /**
     * A refresh of a key is over that began at {@code startedAt} nanoseconds from the run's start;
     * {@code version} is the one it loaded, 0 if it failed.
     */
    default void ended(String key, long startedAt, long version) {}
}
