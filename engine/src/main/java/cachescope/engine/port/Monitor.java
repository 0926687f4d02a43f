package cachescope.engine.port;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * State that several tasks share, and the wait for it to change. What is handed in runs while no
 * other task is inside; it must neither block nor call a port. After each step all who wait look
 * again.
 */
public interface Monitor {
    /** Long enough to mean "until it happens". */
    Duration FOR_EVER = Duration.ofDays(10_000);

    /** Runs a step inside and returns its result; waits only for others to leave. */
    <T> T inside(Supplier<T> step);

    /**
     * Blocks until {@code ready} holds, then runs the step inside in the same moment; empty if it
     * does not hold within {@code atMost}. The step may not return null.
     */
    <T> Optional<T> when(BooleanSupplier ready, Duration atMost, Supplier<T> step)
            throws InterruptedException;
}
