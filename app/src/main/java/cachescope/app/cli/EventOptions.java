package cachescope.app.cli;

import cachescope.engine.event.EventFileException;
import cachescope.engine.event.EventFileWriter;
import cachescope.engine.event.EventLog;
import cachescope.engine.run.Run;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that keeps the event log. */
final class EventOptions {
    @Option(
            names = "--events",
            paramLabel = "OUT.jsonl",
            description = "Write the whole event log, one JSON object a line, none dropped.")
    private @Nullable Path file;

    @Option(
            names = "--reorders",
            description =
                    "Have the log tell each move of an entry within the order of a cache of limited capacity; it takes time.")
    private boolean reorders;

    /** Whether the log tells each move within the order of a cache. */
    boolean tellsReorders() {
        return reorders;
    }

    /** Refuses what means nothing without a file. */
    void check() throws InvalidInput {
        if (reorders && file == null) {
            throw new InvalidInput(
                    "--reorders: means nothing without --events, where the moves are told", null);
        }
    }

    /** Where the log goes; absent if nowhere. */
    @Nullable Path file() {
        return file;
    }

    /** The file that a log is written to, if one was asked for. */
    static final class EventFile implements AutoCloseable {
        private final CompletableFuture<Run> run = new CompletableFuture<>();
        private @Nullable EventFileWriter writer;

        /** Says which run ends if the file cannot be written. */
        void endsOnFailure(Run writing) {
            run.complete(writing);
        }

        @Override
        public void close() throws EventFileException {
            finish();
        }

        /** Blocks until all is written; throws if it could not be. */
        void finish() throws EventFileException {
            var open = writer;
            writer = null;
            if (open != null) {
                open.close();
            }
        }
    }

    /** Writes all that is appended to a log, which must be new. */
    EventFile writing(EventLog log) throws EventFileException {
        var written = new EventFile();
        if (file != null) {
            var writer =
                    EventFileWriter.open(
                            file,
                            reason -> {
                                var _ = written.run.thenAccept(run -> run.fail(reason));
                            });
            written.writer = writer;
            log.observe(writer);
        }
        return written;
    }
}
