package cachescope.engine.traffic;

/**
 * Hears which keys are asked for, when (in nanoseconds from the recording's start), and how large
 * their values are, in bytes or {@link Request#UNKNOWN_SIZE}. The keys of one recording are all
 * numbers or all text.
 */
public interface KeySink {

    /** A key that is a number of 64 bits or fewer. */
    void key(long at, long key, long size);

    /** A key that is text. */
    void key(long at, String key, long size);
}
