package cachescope.engine.live;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be done when the program is told to end: one step after another, the last one asked for first, as Java's
 * own hooks would run side by side. So a run is stopped before the server that it uses. Thread-safe.
 */
public final class ProgramEnd {
    private static final Deque<Runnable> STEPS = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ProgramEnd::run, "program-end"));
    }

    private ProgramEnd() {}

    /** Asks for a step. It should not take long: people wait for the program's end. */
    public static void ask(Runnable step) {
        synchronized (STEPS) {
            STEPS.push(step);
        }
    }

    /** Says that a step is not needed any more; it may be running already. */
    public static void withdraw(Runnable step) {
        synchronized (STEPS) {
            STEPS.remove(step);
        }
    }

    private static void run() {
        for (var step = next(); step != null; step = next()) {
            step.run();
        }
    }

    private static @Nullable Runnable next() {
        synchronized (STEPS) {
            return STEPS.poll();
        }
    }
}
