package cachescope.app.frame;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;

/** JavaFX where nobody looks: for pictures, on its headless platform, which needs no display. */
public final class OffScreen {
    private OffScreen() {}

    /** What is done on the FX thread. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /**
     * Does some work on the FX thread and waits for its end. Where JavaFX does not run yet it is
     * started, off the screen whatever display there is, and goes on running.
     */
    public static void run(Work work) throws IOException {
        var done = new CompletableFuture<Void>();
        Runnable task =
                () -> {
                    try {
                        work.run();
                        done.complete(null);
                    } catch (IOException | RuntimeException | Error failed) {
                        done.completeExceptionally(failed);
                    }
                };
        start(task);
        try {
            done.get();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", impatient);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static void start(Runnable task) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        try {
            Platform.startup(task);
        } catch (IllegalStateException running) {
            Platform.runLater(task);
        }
    }
}
