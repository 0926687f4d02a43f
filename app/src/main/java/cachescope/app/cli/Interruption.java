package cachescope.app.cli;

import cachescope.engine.live.ProgramEnd;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C while a command runs: tells the command to stop, and holds the end of the program back, for a bounded time, until
 * the command has printed what it has.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 15;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Runnable atProgramEnd;
    private volatile boolean happened;

    Interruption(Runnable stop) {
        atProgramEnd =
                () -> {
                    happened = true;
                    stop.run();
                    awaitFinish();
                };
        ProgramEnd.ask(atProgramEnd);
    }

    /** Whether the command was told to stop. */
    boolean happened() {
        return happened;
    }

    private void awaitFinish() {
        try {
            finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        ProgramEnd.withdraw(atProgramEnd);
    }
}
