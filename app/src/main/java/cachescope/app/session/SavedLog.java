package cachescope.app.session;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventFileException;
import cachescope.engine.event.EventFileReader;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The log of a run that somebody saved to a file. A thread of its own reads it into an event log,
 * which grows meanwhile and can be shown. Safe for use by many threads.
 */
public final class SavedLog implements AutoCloseable {
    private static final long PROGRESS_EVENTS = 1_024;

    private final Path file;
    private final Event.RunStarted start;
    private final EventLog log = new EventLog(History.SPILL, EventLog.WINDOW_EVENTS);
    private final Thread thread;
    private volatile Reading reading;
    private volatile boolean cancelled;

    /**
     * How far reading has come.
     *
     * @param over whether nothing more will be read
     * @param problem why the log is not whole, in a sentence, once reading is over
     */
    public record Reading(
            long bytesRead, long totalBytes, boolean over, Optional<String> problem) {}

    private SavedLog(Path file, EventFileReader reader, Event.RunStarted start) {
        this.file = file;
        this.start = start;
        this.reading = new Reading(0, file.toFile().length(), false, Optional.empty());
        this.thread =
                Thread.ofPlatform().daemon().name("saved-log").unstarted(() -> readAll(reader));
    }

    /**
     * Opens a saved log and begins to read it; throws, in a sentence, if it is none. Blocks for its
     * first line.
     */
    public static SavedLog open(Path file) throws EventFileException {
        var reader = EventFileReader.open(file);
        try {
            if (reader.next().orElse(null) instanceof Event.RunStarted start) {
                var saved = new SavedLog(file, reader, start);
                saved.log.append(_ -> start);
                saved.thread.start();
                return saved;
            }
            throw new EventFileException(file + " is no event log: expected RunStarted first");
        } catch (EventFileException wrong) {
            reader.close();
            throw wrong;
        }
    }

    public Path file() {
        return file;
    }

    /** How the run began: its strategy, its traffic, its world. */
    public Event.RunStarted start() {
        return start;
    }

    /** What was read so far. */
    public EventLog log() {
        return log;
    }

    public Reading reading() {
        return reading;
    }

    /** Blocks until all is read. */
    public void await() throws InterruptedException {
        thread.join();
    }

    /** Reads no further; what was read stays. Returns at once. */
    public void cancel() {
        cancelled = true;
    }

    /** Reads no further and waits until that is so; what was read stays. */
    @Override
    public void close() {
        cancel();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException impatient) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll(EventFileReader reader) {
        Optional<String> problem;
        try (reader) {
            problem = append(reader);
        } catch (EventFileException wrong) {
            problem = Optional.of(wrong.getMessage() + "; what came before it is shown.");
        }
        reading = new Reading(reader.bytesRead(), reading.totalBytes(), true, problem);
    }

    /** Appends all events; why not all of a run, if so. */
    private Optional<String> append(EventFileReader reader) throws EventFileException {
        boolean ended = false;
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
            var event = next.get();
            log.append(_ -> event);
            ended |= event instanceof Event.RunEnded;
            if (event.seq() % PROGRESS_EVENTS == 0) {
                reading =
                        new Reading(
                                reader.bytesRead(), reading.totalBytes(), false, Optional.empty());
                if (log.failure().isPresent()) {
                    return log.failure().map(reason -> reason + ", so reading was stopped.");
                }
            }
            if (cancelled) {
                return Optional.of(
                        "Reading " + file + " was cancelled; what was read so far is shown.");
            }
        }
        return ended
                ? Optional.empty()
                : Optional.of(
                        file
                                + " does not end as a run does: it was saved incomplete and is shown as far as it goes.");
    }
}
