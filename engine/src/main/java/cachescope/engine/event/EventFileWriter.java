package cachescope.engine.event;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a log to a file, one event a line, while it grows: an observer of the log. A thread of its
 * own writes; if the disk is slower than the run, the run waits. After a failure nothing more is
 * written; it is told at once and again at the end.
 */
public final class EventFileWriter implements Consumer<Event>, AutoCloseable {
    private static final int BATCH_EVENTS = 512;
    private static final int QUEUE_BATCHES = 64;
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final OutputStream out;
    private final Consumer<String> onFailure;
    private final Handover<List<Event>> batches = new Handover<>(QUEUE_BATCHES);
    private final AtomicReference<@Nullable EventFileException> failure = new AtomicReference<>();
    private final JsonBytes line = new JsonBytes();
    private final EventLines lines = new EventLines(line);
    private final Thread writer;
    private List<Event> batch = new ArrayList<>(BATCH_EVENTS);
    private boolean closed;

    private EventFileWriter(Path file, OutputStream out, Consumer<String> onFailure) {
        this.file = file;
        this.out = out;
        this.onFailure = onFailure;
        this.writer = Thread.ofPlatform().name("event-file").daemon().start(this::write);
    }

    /**
     * Begins a file, in place of one that is there. {@code onFailure} is told once, in a sentence
     * and on another thread, if the file cannot be written later on.
     */
    public static EventFileWriter open(Path file, Consumer<String> onFailure)
            throws EventFileException {
        try {
            var out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
            return new EventFileWriter(file, out, onFailure);
        } catch (IOException unwritable) {
            throw failure(file, unwritable);
        }
    }

    /**
     * Takes the next event; blocks while the disk lags behind. By one thread at a time, as the log
     * calls it.
     */
    @Override
    public void accept(Event event) {
        batch.add(event);
        if (batch.size() == BATCH_EVENTS) {
            handOver();
        }
    }

    /** What went wrong, in a sentence. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure.get()).map(Throwable::getMessage);
    }

    /**
     * Writes what is left and ends the file; not while events still come. Throws if any event could
     * not be written.
     */
    @Override
    public void close() throws EventFileException {
        if (!closed) {
            closed = true;
            handOver();
            batches.close();
            Threads.join(writer);
        }
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void handOver() {
        batches.put(batch);
        batch = new ArrayList<>(BATCH_EVENTS);
    }

    private void write() {
        try (out) {
            for (var next = batches.take(); next.isPresent(); next = batches.take()) {
                write(next.get());
            }
        } catch (IOException unwritable) {
            var failed = failure(file, unwritable);
            failure.set(failed);
            onFailure.accept(String.valueOf(failed.getMessage()));
        } finally {
            batches.abandon();
        }
    }

    private void write(List<Event> events) throws IOException {
        for (var event : events) {
            lines.write(event);
            if (line.length() >= BUFFER_BYTES) {
                empty();
            }
        }
        empty();
        if (batches.isEmpty()) {
            out.flush();
        }
    }

    private void empty() throws IOException {
        line.writeTo(out);
        line.clear();
    }

    private static EventFileException failure(Path file, IOException cause) {
        var reason =
                switch (cause) {
                    case NoSuchFileException _ -> "its folder does not exist";
                    case AccessDeniedException _ -> "permission denied";
                    default -> Files.isDirectory(file) ? "it is a folder" : cause.getMessage();
                };
        return new EventFileException("cannot write the event log " + file + ": " + reason, cause);
    }
}
