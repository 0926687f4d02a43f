package cachescope.app;

import cachescope.app.export.Done;
import cachescope.engine.event.EventFileException;
import cachescope.engine.event.EventFileWriter;
import cachescope.engine.event.EventLog;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The events of a log that took effect in a span of time, in the log's order.
 *
 * @param from nanoseconds of the run
 * @param to the last moment that belongs to it
 */
record LogSpan(EventLog log, long from, long to) {
    /**
     * How much later than the span a call may have been noted that took effect in it: the log is in
     * the order of noting.
     */
    private static final long NOTED_LATER_NANOS = 60_000_000_000L;

    private static final int CHUNK_EVENTS = 4_096;

    /** Writes them to a file, one a line. Blocks; throws if it is interrupted, too. */
    void writeTo(Path file, Consumer<Done.Part> told) throws IOException {
        try (var writer = EventFileWriter.open(file, _ -> {})) {
            long first = log.firstSeqAtOrAfter(from);
            long end = log.firstSeqAtOrAfter(Math.addExact(to, NOTED_LATER_NANOS));
            for (long next = first; next < end; next += CHUNK_EVENTS) {
                refuseInterrupted();
                if (writer.failure().isPresent()) {
                    break;
                }
                told.accept(
                        new Done.Part("Writing the log", (double) (next - first) / (end - first)));
                log.read(
                        next,
                        (int) Math.min(CHUNK_EVENTS, end - next),
                        event -> {
                            if (event.at() >= from && event.at() <= to) {
                                writer.accept(event);
                            }
                        });
            }
        } catch (EventFileException unwritable) {
            throw unwritable.getCause() instanceof IOException cause
                    ? cause
                    : new IOException(unwritable.getMessage(), unwritable);
        } catch (UncheckedIOException unreadable) {
            throw new IOException(unreadable.getMessage(), unreadable);
        }
    }

    private static void refuseInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("cancelled");
        }
    }
}
