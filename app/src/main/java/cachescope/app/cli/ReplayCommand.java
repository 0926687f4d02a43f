package cachescope.app.cli;

import cachescope.engine.event.EventFileException;
import cachescope.engine.event.EventLog;
import cachescope.engine.projection.Report;
import cachescope.engine.projection.ReportCsv;
import cachescope.engine.projection.ReportText;
import cachescope.engine.run.Plan;
import cachescope.engine.run.Progress;
import cachescope.engine.run.Run;
import cachescope.engine.run.RunException;
import cachescope.engine.scenario.Scenario;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.traffic.TrafficException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs traffic through a strategy and reports. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Runs recorded traffic through a strategy over a real Redis and a real SQLite, or in a simulated world, and reports.")
final class ReplayCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private TrafficOptions traffic;
    @Mixin private ScenarioOption scenarios;
    @Mixin private StrategyOptions strategy;
    @Mixin private ConditionOptions conditions;
    @Mixin private WorldOptions world;
    @Mixin private EventOptions events;
    @ArgGroup private ReportForm form = new ReportForm();

    @Override
    public Integer call() {
        try {
            return replay();
        } catch (TrafficException | StrategyException | InvalidInput | EventFileException wrong) {
            return refused(wrong, ExitCode.WRONG_INPUT);
        } catch (RunException failed) {
            return refused(failed, failed.isWrongInput() ? ExitCode.WRONG_INPUT : ExitCode.FAILED);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    private int replay()
            throws TrafficException,
                    StrategyException,
                    InvalidInput,
                    EventFileException,
                    RunException,
                    InterruptedException {
        var scenario = scenarios.scenario();
        world.follow(scenario);
        world.check();
        events.check();
        var plan =
                new Plan(
                        strategy.strategy(world.world(), conditions, scenario),
                        traffic.traffic(scenario),
                        world.speed(),
                        traffic.limit(),
                        world.seed(),
                        world.emptyDatabase,
                        List.of(),
                        scenario.map(Scenario::disturbances).orElse(List.of()),
                        events.tellsReorders());
        form.check();
        new OutputFiles()
                .beside("--traffic", traffic.file())
                .beside("--strategy", strategy.file)
                .beside(ScenarioOption.NAME, scenarios.file())
                .beside(ConditionOptions.LATENCY_FROM, conditions.log())
                .beside("--database", world.database)
                .writing("--events", events.file())
                .writing("--csv", form.file());
        try (var interruption = new Interruption();
                var stores = world.open(interruption);
                var log = new EventLog();
                var file = events.writing(log);
                var run = Run.prepare(plan, stores, log)) {
            file.endsOnFailure(run);
            interruption.stops(run::stop);
            return finish(run, file, interruption);
        }
    }

    private int finish(Run run, EventOptions.EventFile file, Interruption interruption)
            throws InterruptedException {
        try (var line = new ProgressLine(err(), () -> progress(run.progress()))) {
            line.start();
            run.start();
            run.await();
            file.close();
        } catch (EventFileException unwritable) {
            return refused(unwritable, ExitCode.FAILED);
        }
        return told(run.progress(), run.report(), interruption.happened());
    }

    private int told(Progress progress, Report report, boolean interrupted) {
        if (progress.state() == Progress.State.FAILED) {
            err().println("cachescope replay: " + progress.message());
            return progress.isWrongInput() ? ExitCode.WRONG_INPUT : ExitCode.FAILED;
        }
        try {
            form.write(forms(report), spec.commandLine().getOut());
        } catch (IOException unwritable) {
            return refused(unwritable, ExitCode.FAILED);
        }
        if (interrupted) {
            err().println("cachescope replay: interrupted; this report is partial.");
            return ExitCode.INTERRUPTED;
        }
        return ExitCode.DONE;
    }

    private static ReportForm.Forms forms(Report report) {
        return new ReportForm.Forms(
                () -> report.json().toString(),
                () -> ReportCsv.of(report),
                () -> ReportText.of(report));
    }

    private static String progress(Progress progress) {
        return ProgressLine.text(progress.requests(), progress.percent());
    }

    private int refused(Exception reason, int code) {
        err().println("cachescope replay: " + reason.getMessage());
        return code;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
