package cachescope.app;

import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Selection;
import cachescope.app.header.HeaderViewModel;
import cachescope.app.header.MessagesViewModel;
import cachescope.app.header.TrafficChoice;
import cachescope.app.picture.Caption;
import cachescope.app.scenario.ScenarioViewModel;
import cachescope.app.session.SavedLog;
import cachescope.app.session.Session;
import cachescope.app.session.State;
import cachescope.app.session.TrafficSource;
import cachescope.app.session.WorldKind;
import cachescope.app.tape.BranchesViewModel;
import cachescope.app.tape.TapeViewModel;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.run.Run;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * From the session to the screen: looks once a frame at what became of the runs and logs, and turns
 * to what is new. FX thread only.
 */
final class Display {
    private static final String SAVED =
            "This is the saved log of a run: what happened in it is fixed. Fork, below, simulates its traffic by any strategy.";

    private final Session session;
    private final Controls controls;
    private final Simulation simulation;
    private final RunScreen runs;
    private final TapeViewModel tape;
    private final HeaderViewModel header;
    private final MessagesViewModel messages;
    private final FrameClock clock;
    private final BranchesViewModel branches;
    private final ObjectProperty<Selection> selection;
    private final ScenarioViewModel scenario;
    private final Set<String> refusals = new HashSet<>();
    private @Nullable Path file;
    private @Nullable Run shown;
    private @Nullable SavedRun watched;
    private @Nullable Caption caption;
    private int messagesSeen;
    private String clockFailure = "";

    Display(
            Session session,
            Controls controls,
            Simulation simulation,
            HeaderViewModel header,
            MessagesViewModel messages,
            FrameClock clock,
            TapeViewModel tape,
            BranchesViewModel branches,
            ObjectProperty<Selection> selection,
            ScenarioViewModel scenario) {
        this.session = session;
        this.controls = controls;
        this.simulation = simulation;
        this.header = header;
        this.messages = messages;
        this.clock = clock;
        this.branches = branches;
        this.selection = selection;
        this.scenario = scenario;
        this.runs = new RunScreen(header, messages, clock, tape);
        this.tape = tape;
    }

    /** The recording that was played last. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Shows what became of the session since the frame before. */
    void look() {
        var state = session.state();
        tell(state);
        var run = state.run();
        if (run != null && run != shown) {
            turnTo(run, state.source());
        }
        var saved = state.saved();
        if (saved != null && (watched == null || !watched.isOf(saved))) {
            turnTo(saved);
        }
        simulation.look(state);
        follow(state);
        clock.failure()
                .filter(reason -> !reason.equals(clockFailure))
                .ifPresent(reason -> {
                    clockFailure = reason;
                    messages.show(reason);
                });
    }

    /** Tells what went wrong; the world is still that of the run that is shown. */
    private void tell(State state) {
        if (state.messages() == messagesSeen) {
            return;
        }
        messagesSeen = state.messages();
        refusals.add(state.message());
        messages.show(state.message());
        var run = state.run();
        if (run != null && run == shown && state.coming() == null) {
            controls.takeBack();
            controls.turnTo(WorldKind.of(run.world()));
            simulation.showStrategy();
        }
    }

    private void follow(State state) {
        var run = state.run();
        var saved = watched;
        if (caption != null) {
            follow(caption);
        } else if (saved != null) {
            saved.follow(header, clock, messages);
            branches.offerFork(true, saved.whyNoFork(clock));
        } else if (run != null && WorldKind.of(run.world()) == WorldKind.SIMULATED) {
            runs.followSimulated(state);
            branches.offerFork(false, "");
        } else if (run != null) {
            runs.followLive(run, state);
            runs.expect(state.survey(), controls.steadySpeed());
            branches.offerFork(true, "");
        }
    }

    /** Shows the log of a run that nothing here makes; it is taken to be over. */
    void show(EventLog log, Caption words) {
        caption = words;
        clock.openAtStart(log);
        clock.endsHere();
        log.read(0, 1, this::showSeed);
        controls.turnTo(words.world().equals("simulated") ? WorldKind.SIMULATED : WorldKind.LIVE);
        controls.close(words.saved() ? SAVED : "");
        header.showOrigin(words.saved() ? "saved log · " + words.world() : "", "");
        if (controls.wishes().isSimulated() && !words.saved()) {
            header.showSimulatedVersions();
        } else if (words.redisVersion().isEmpty()) {
            header.hideVersions();
        } else {
            header.showVersions(words.redisVersion(), words.sqliteVersion());
        }
    }

    private void showSeed(Event first) {
        if (first instanceof Event.RunStarted start) {
            controls.seed(start.seed());
        }
    }

    /** What is said of the run that is shown. */
    Caption caption() {
        var traffic = header.nameProperty().get();
        var running = shown;
        var saved = watched;
        if (running != null) {
            return new Caption(
                    traffic,
                    running.world().name(),
                    false,
                    WorldKind.of(running.world()) == WorldKind.SIMULATED
                            ? 1
                            : controls.wishes().sessionSpeed(),
                    running.world().redisVersion(),
                    running.world().sqliteVersion());
        }
        return saved == null
                ? new Caption(traffic, "live", false, controls.wishes().sessionSpeed(), "", "")
                : new Caption(traffic, saved.start().world(), true, saved.start().speed(), "", "");
    }

    /** Shows the strategy in force at the time that is shown. */
    private void follow(Caption words) {
        header.showTraffic(
                words.traffic(), TrafficChoice.noteOf(clock.requests(), clock.liveEdge()));
        clock.strategy().flatMap(SavedRun::strategy).ifPresent(controls::show);
    }

    private void turnTo(SavedLog saved) {
        var next = new SavedRun(saved);
        watched = next;
        shown = null;
        simulation.leave();
        selection.set(new Selection.Nothing());
        clock.openAtStart(saved.log());
        next.introduce(header);
        scenario.putAway();
        tape.expect(OptionalLong.empty());
        controls.close(SAVED);
        next.strategy().ifPresent(controls::show);
        session.shows(saved.log());
    }

    private void turnTo(Run run, @Nullable TrafficSource source) {
        shown = run;
        watched = null;
        refusals.forEach(messages::withdraw);
        refusals.clear();
        selection.set(new Selection.Nothing());
        controls.open();
        controls.turnTo(WorldKind.of(run.world()));
        if (controls.wishes().isSimulated()) {
            simulation.begin(run);
        } else {
            simulation.leave();
            clock.open(run.log());
            controls.show(controls.wishes().strategy());
        }
        runs.begin(run);
        introduce(source);
        session.shows(run.log());
    }

    private void introduce(@Nullable TrafficSource source) {
        if (source instanceof OpenScenario(Path opened, var played)) {
            remember(opened);
            scenario.show(played);
            return;
        }
        scenario.putAway();
        if (source instanceof Recording(Path opened)) {
            remember(opened);
        }
    }

    private void remember(Path opened) {
        file = opened;
        header.remember(opened);
    }
}
