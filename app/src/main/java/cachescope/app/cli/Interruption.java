package cachescope.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C while a command runs: tells the command to stop, and holds the end of the program back,
 * for a bounded time, until the command has printed what it has and given back what it stands on.
 * So it is the first thing that a command opens and the last that it closes.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::happen, "interruption");
    private @Nullable Runnable stop;
    private boolean happened;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Says how the command is told to stop; at once if that is due already. */
    synchronized void stops(Runnable running) {
        stop = running;
        if (happened) {
            running.run();
        }
    }

    /** Whether the command was told to stop. */
    synchronized boolean happened() {
        return happened;
    }

    /** Blocks until the command has finished, for a bounded time. */
    void awaitFinish() {
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void happen() {
        tellToStop();
        awaitFinish();
    }

    private synchronized void tellToStop() {
        happened = true;
        if (stop != null) {
            stop.run();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException programIsEnding) {
            // Then the hook runs, and has just been told that it need not wait any more.
            return;
        }
    }
}
