package cachescope.engine.port;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Time and concurrency, handed in: the only place that knows either. In the live world tasks are
 * virtual threads and time is the system's; in the simulated world one task runs at a time and time
 * is virtual. Waiting is interruptible: a task that is told to stop leaves its wait with {@link
 * InterruptedException}.
 */
public interface Tasks extends AutoCloseable {

    /** Nanoseconds since the run's start. */
    long now();

    /** The moment of the run's start, as people tell time. */
    Instant startedAt();

    /** Blocks the running task. */
    void sleep(Duration duration) throws InterruptedException;

    /** Starts a task that works for the same {@link Caller} as the running one. */
    Task fork(String name, Body body);

    /**
     * Starts a task that works for a caller of its own: a request, or background work with a name
     * and its causes.
     */
    Task start(Caller caller, Body body);

    /** A new monitor. */
    Monitor monitor();

    /**
     * The random numbers of a named stream; the same seed and name give the same numbers. For one
     * task at a time.
     */
    RandomGenerator random(String stream);

    /** Tells all tasks to stop and waits, for a bounded time, until they have. */
    @Override
    void close();

    /** What a task does. */
    @FunctionalInterface
    interface Body {
        void run() throws InterruptedException;
    }

    /** A started task. */
    interface Task {
        /** Blocks until the task is over. */
        void join() throws InterruptedException;

        /**
         * Tells the task to stop: its present or next wait ends with {@link InterruptedException}.
         * Returns at once.
         */
        void cancel();
    }
}
