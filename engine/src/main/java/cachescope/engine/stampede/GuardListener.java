package cachescope.engine.stampede;

import cachescope.engine.port.Entry;

/**
 * Hears what guards do between their calls, in the task that does it. Times are nanoseconds from
 * the run's start. Must not throw.
 */
public interface GuardListener {
    /** Hears nothing. */
    GuardListener NONE = new GuardListener() {};

    /** A load of a key whose entry has not expired yet begins. */
    default void reloadStarted(String key) {}

    /** A load of a key whose entry has expired, and is kept in its grace, begins. */
    default void lateReloadStarted(String key) {}

    /** Such a load is over; {@code version} is the one it brought, 0 if it failed. */
    default void reloadEnded(String key, long startedAt, long version) {}

    /** An entry was served past its expiry, for so many nanoseconds. */
    default void graceServed(String key, Entry entry, long overdue) {}

    /** A reader begins to wait for the load of another; {@code reason} says for what. */
    default void waitStarted(String key, String reason) {}

    /** The wait that began then is over. */
    default void waitEnded(String key, long startedAt, String reason) {}

    /** The wait that began then was given up. */
    default void timedOut(String key, long startedAt) {}
}
