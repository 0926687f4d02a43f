package cachescope.engine.port;

/**
 * Is told of each commit by the one writer of a store, right after COMMIT and before the next one.
 */
public interface Commits {

    /**
     * Notes that a version was committed just now, and returns the time (nanoseconds from the run's
     * start) of it.
     */
    long committed(String key, long version);
}
