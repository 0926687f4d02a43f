package cachescope.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C while a command runs: tells the command to stop, once more if it takes long, and holds the
 * end of the program back, for a bounded time, until the command has printed what it has and given
 * back what it stands on. So it is the first thing that a command opens and the last that it
 * closes.
 */
final class Interruption implements AutoCloseable {
    /** How long the command may take, first to stop in good order, then to stop at all. */
    private static final long PATIENCE_SECONDS = 5;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::happen, "interruption");
    private @Nullable Runnable stop;
    private boolean happened;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Says how the command is told to stop, or again to stop; at once if that is due already. */
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
        var _ = hasFinishedWithin(2 * PATIENCE_SECONDS);
    }

    private boolean hasFinishedWithin(long seconds) {
        try {
            return finished.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void happen() {
        tellToStop();
        if (!hasFinishedWithin(PATIENCE_SECONDS)) {
            tellToStop();
            var _ = hasFinishedWithin(PATIENCE_SECONDS);
        }
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
