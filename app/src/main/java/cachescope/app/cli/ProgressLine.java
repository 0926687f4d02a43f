package cachescope.app.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells on standard error how far a run is: a bar that is drawn over on a terminal, a line every
 * few seconds elsewhere.
 */
final class ProgressLine implements AutoCloseable {
    private static final int BAR_WIDTH = 30;
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final PrintWriter err;
    private final Supplier<String> progress;
    private final boolean terminal;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("progress").factory());

    ProgressLine(PrintWriter err, Supplier<String> progress) {
        this.err = err;
        this.progress = progress;
        this.terminal = isTerminal();
    }

    @SuppressWarnings("SystemConsoleNull") // an image of Java without the console's module has none
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    /** Begins to tell. */
    void start() {
        long period = (terminal ? ON_TERMINAL : ELSEWHERE).toMillis();
        var _ = timer.scheduleAtFixedRate(this::tell, period, period, TimeUnit.MILLISECONDS);
    }

    private void tell() {
        var text = progress.get();
        if (terminal) {
            err.print("\r" + text + "\u001b[K");
            err.flush();
        } else {
            err.println(text);
        }
    }

    /** Such as {@code [=====> ] 52 % 12,345 requests}. */
    static String text(long count, OptionalLong percent) {
        var requests = String.format(Locale.ROOT, "%,d requests", count);
        if (percent.isEmpty()) {
            return requests;
        }
        int filled = Math.toIntExact(percent.getAsLong() * BAR_WIDTH / 100);
        return "["
                + "=".repeat(filled)
                + " ".repeat(BAR_WIDTH - filled)
                + String.format(Locale.ROOT, "] %3d %% ", percent.getAsLong())
                + requests;
    }

    @Override
    public void close() {
        finish();
    }

    /** Tells no more and leaves the line empty. */
    void finish() {
        timer.shutdownNow();
        if (terminal) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
