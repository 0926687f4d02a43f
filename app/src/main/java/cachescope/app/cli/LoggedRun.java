package cachescope.app.cli;

import cachescope.app.header.TrafficChoice;
import cachescope.app.picture.Caption;
import cachescope.app.session.SavedLog;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventFileException;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import cachescope.engine.run.Plan;
import cachescope.engine.run.Progress;
import cachescope.engine.run.Run;
import cachescope.engine.run.RunException;
import cachescope.engine.run.World;
import cachescope.engine.strategy.StrategyException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The log of a run that is over, and what a picture says of it.
 *
 * @param remark why the log is not whole, in a sentence, if so
 */
record LoggedRun(EventLog log, Caption caption, Optional<String> remark) implements AutoCloseable {

    /** Reads a saved log to its end. Blocks; throws, with a sentence, if it is none. */
    static LoggedRun read(Path file, Interruption interruption)
            throws EventFileException, InterruptedException {
        try (var saved = SavedLog.open(file)) {
            interruption.stops(saved::cancel);
            saved.await();
            return new LoggedRun(saved.log(), caption(saved), saved.reading().problem());
        }
    }

    /**
     * Runs traffic until it is over, or until a time has passed. Blocks; throws, with a sentence,
     * if the run fails.
     */
    static LoggedRun run(Plan plan, World world, long until, Interruption interruption)
            throws RunException,
                    StrategyException,
                    InvalidInput,
                    IOException,
                    InterruptedException {
        var log = new EventLog(History.SPILL, EventLog.WINDOW_EVENTS);
        var passed = new CompletableFuture<Event>();
        log.observe(event -> {
            if (event.at() > until) {
                passed.complete(event);
            }
        });
        try (var run = Run.prepare(plan, world, log)) {
            var _ = passed.thenRunAsync(run::stop);
            interruption.stops(run::stop);
            run.start();
            run.await();
            refuseFailure(run.progress());
        }
        return new LoggedRun(log, caption(plan, world), Optional.empty());
    }

    private static void refuseFailure(Progress progress) throws InvalidInput, IOException {
        if (progress.state() == Progress.State.FAILED) {
            var sentence = String.valueOf(progress.message());
            if (progress.isWrongInput()) {
                throw new InvalidInput(sentence, null);
            }
            throw new IOException(sentence);
        }
    }

    private static Caption caption(SavedLog saved) {
        var name =
                saved.start()
                        .traffic()
                        .path("name")
                        .asStringOpt()
                        .filter(text -> !text.isBlank())
                        .orElse(TrafficChoice.nameOf(saved.file()));
        return new Caption(name, saved.start().world(), true, saved.start().speed(), "", "");
    }

    private static Caption caption(Plan plan, World world) {
        return new Caption(
                TrafficChoice.nameOf(Path.of(plan.traffic().name())),
                world.name(),
                false,
                plan.speed(),
                world.redisVersion(),
                world.sqliteVersion());
    }

    @Override
    public void close() {
        log.close();
    }
}
