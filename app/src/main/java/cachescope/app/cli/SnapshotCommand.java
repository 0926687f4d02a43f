package cachescope.app.cli;

import cachescope.app.files.WholeFile;
import cachescope.app.picture.Camera;
import cachescope.app.picture.Film;
import cachescope.app.picture.Picture;
import cachescope.app.picture.UnknownView;
import cachescope.app.words.Times;
import cachescope.engine.event.EventFileException;
import cachescope.engine.run.Plan;
import cachescope.engine.run.RunException;
import cachescope.engine.scenario.Scenario;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import cachescope.engine.traffic.TrafficFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes a picture, or a film, of what the window shows. */
@Command(
        name = "snapshot",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes a picture of what the window shows at a time of a run, without a display: of traffic that it runs, or of a saved log.",
            "In the simulated world the same command gives the same picture. In the live world the traffic runs at the given --speed until a second after the time, and the picture is of what happened then."
        })
final class SnapshotCommand implements Callable<Integer> {
    /** How long a live run goes on after the last time that is shown. */
    private static final Duration LIVE_MARGIN = Duration.ofSeconds(1);

    private static final Set<String> ABOUT_THE_PICTURE =
            Set.of(
                    "--events",
                    "--at",
                    "--to",
                    "--fps",
                    "--playback-rate",
                    "--size",
                    "--scale",
                    "--theme",
                    "--request",
                    "--view",
                    "--tier",
                    "--out");

    @Spec private CommandSpec spec;

    @Option(
            names = "--traffic",
            paramLabel = "FILE",
            description =
                    "The recording to run; .gz, .xz and .zst are read as they are; - is standard input.")
    private @Nullable String traffic;

    @Option(
            names = "--events",
            paramLabel = "FILE.jsonl",
            description = "The saved log to show instead, as replay --events writes it.")
    private @Nullable Path events;

    @Mixin private ScenarioOption scenarios;
    @Mixin private SnapshotOptions picture;
    @Mixin private ReadingForm reading;
    @Mixin private StrategyOptions strategy;
    @Mixin private ConditionOptions conditions;
    @Mixin private WorldOptions world;

    @Override
    public Integer call() {
        try (var interruption = new Interruption()) {
            return told(interruption);
        }
    }

    /** Takes the picture, or says why not, before the program may end. */
    private int told(Interruption interruption) {
        try {
            return snapshot(interruption);
        } catch (TrafficException | StrategyException | InvalidInput | EventFileException wrong) {
            return refused(wrong, ExitCode.WRONG_INPUT);
        } catch (RunException failed) {
            return refused(failed, failed.isWrongInput() ? ExitCode.WRONG_INPUT : ExitCode.FAILED);
        } catch (UnknownView wrong) {
            say("--view: " + wrong.getMessage());
            return ExitCode.WRONG_INPUT;
        } catch (IOException unwritable) {
            return refused(unwritable, ExitCode.FAILED);
        } catch (InterruptedException interrupted) {
            say("interrupted; no picture was written.");
            return ExitCode.INTERRUPTED;
        }
    }

    private int snapshot(Interruption interruption)
            throws TrafficException,
                    StrategyException,
                    InvalidInput,
                    EventFileException,
                    RunException,
                    IOException,
                    InterruptedException {
        picture.check();
        new OutputFiles()
                .beside("--traffic", traffic == null ? null : TrafficOptions.fileOf(traffic))
                .beside("--events", events)
                .beside("--strategy", strategy.file)
                .beside(ScenarioOption.NAME, scenarios.file())
                .beside(ConditionOptions.LATENCY_FROM, conditions.log())
                .beside("--database", world.database)
                .writing("--out", picture.out);
        try (var logged = logged(interruption)) {
            refuseInterrupted(interruption);
            logged.remark().ifPresent(this::say);
            take(logged, interruption);
        }
        return ExitCode.DONE;
    }

    private LoggedRun logged(Interruption interruption)
            throws TrafficException,
                    StrategyException,
                    InvalidInput,
                    EventFileException,
                    RunException,
                    IOException,
                    InterruptedException {
        if (traffic != null && events != null) {
            throw new InvalidInput(
                    "--traffic and --events exclude each other: expected one of them", null);
        }
        var scenario = scenarios.scenario();
        if (traffic != null) {
            return run(TrafficFile.of(traffic, reading.reading()), scenario, interruption);
        }
        if (scenario.isPresent() && events == null) {
            return run(scenario.get().traffic(), scenario, interruption);
        }
        if (events == null) {
            throw new InvalidInput(
                    "expected --traffic FILE, --scenario FILE or --events FILE.jsonl", null);
        }
        refuseOptionsOfRuns();
        return LoggedRun.read(events, interruption);
    }

    private LoggedRun run(Traffic recording, Optional<Scenario> scenario, Interruption interruption)
            throws TrafficException,
                    StrategyException,
                    InvalidInput,
                    EventFileException,
                    RunException,
                    IOException,
                    InterruptedException {
        world.follow(scenario);
        world.check();
        var plan =
                new Plan(
                        strategy.strategy(world.world(), conditions, scenario),
                        recording,
                        world.speed(),
                        reading.limit(),
                        world.seed(),
                        world.emptyDatabase,
                        List.of(),
                        scenario.map(Scenario::disturbances).orElse(List.of()),
                        false);
        long until =
                world.world() == WorldOptions.WorldName.LIVE
                        ? picture.last().plus(LIVE_MARGIN).toNanos()
                        : Long.MAX_VALUE;
        try (var stores = world.open(interruption)) {
            return LoggedRun.run(plan, stores, until, interruption);
        }
    }

    /** A saved log is what it is: options of a run would change nothing about it. */
    private void refuseOptionsOfRuns() throws InvalidInput {
        for (var option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!ABOUT_THE_PICTURE.contains(option.longestName())) {
                throw new InvalidInput(
                        option.longestName()
                                + ": means nothing with --events: what happened in a saved log is fixed",
                        null);
            }
        }
    }

    private void take(LoggedRun logged, Interruption interruption)
            throws InvalidInput, IOException, InterruptedException {
        long end = logged.log().lastAt();
        if (picture.last().toNanos() > end) {
            say("the run ends at " + Times.clock(end) + ": its end is shown.");
        }
        var shot =
                new Camera.Shot(
                        logged.log(),
                        logged.caption(),
                        picture.selection(),
                        picture.view,
                        picture.mode,
                        picture.window(),
                        picture.size,
                        picture.span(end),
                        picture.rate());
        var kind = picture.kind();
        var camera = ((CachescopeCommand) spec.parent().userObject()).camera();
        try {
            WholeFile.write(
                    picture.out,
                    file -> {
                        try (var film = kind.open(Files.newOutputStream(file), shot.span())) {
                            camera.take(shot, new Stoppable(film, interruption::happened));
                        }
                    });
        } catch (IOException | IllegalStateException broken) {
            // At the program's end JavaFX takes its painter away, whoever still paints.
            refuseInterrupted(interruption);
            if (broken.getCause() instanceof UnknownView unknown) {
                throw unknown;
            }
            throw broken;
        }
    }

    private static void refuseInterrupted(Interruption interruption) throws InterruptedException {
        if (interruption.happened()) {
            throw new InterruptedException();
        }
    }

    private int refused(Exception reason, int code) {
        say(String.valueOf(reason.getMessage()));
        return code;
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println("cachescope snapshot: " + sentence);
    }

    /** A film that ends when the command is told to. */
    private record Stoppable(Film film, BooleanSupplier stopped) implements Film {
        @Override
        public void add(Picture picture) throws IOException {
            if (stopped.getAsBoolean()) {
                throw new IOException("interrupted");
            }
            film.add(picture);
        }

        @Override
        public void close() throws IOException {
            film.close();
        }
    }
}
