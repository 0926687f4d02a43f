package cachescope.app;

import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Selection;
import cachescope.app.header.HeaderViewModel;
import cachescope.app.header.MessagesViewModel;
import cachescope.app.session.SavedLog;
import cachescope.app.session.Session;
import cachescope.app.session.State;
import cachescope.app.session.TrafficSource;
import cachescope.app.session.WorldKind;
import cachescope.app.tape.BranchesViewModel;
import cachescope.app.tape.TapeViewModel;
import cachescope.engine.run.Run;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
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
    private final SavedScreen logs;
    private final HeaderViewModel header;
    private final MessagesViewModel messages;
    private final FrameClock clock;
    private final BranchesViewModel branches;
    private final ObjectProperty<Selection> selection;
    private final Set<String> refusals = new HashSet<>();
    private @Nullable Path file;
    private @Nullable Run shown;
    private @Nullable SavedLog watched;
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
            ObjectProperty<Selection> selection) {
        this.session = session;
        this.controls = controls;
        this.simulation = simulation;
        this.header = header;
        this.messages = messages;
        this.clock = clock;
        this.branches = branches;
        this.selection = selection;
        this.runs = new RunScreen(header, messages, clock, tape);
        this.logs = new SavedScreen(header, messages, clock, tape);
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
        if (saved != null && saved != watched) {
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
            controls.turnTo(WorldKind.of(run.world()));
            simulation.showStrategy();
        }
    }

    private void follow(State state) {
        var run = state.run();
        var saved = state.saved();
        if (saved != null) {
            logs.follow(saved);
            branches.offerFork(true, logs.whyNoFork(saved));
        } else if (run != null && WorldKind.of(run.world()) == WorldKind.SIMULATED) {
            runs.followSimulated(state);
            branches.offerFork(false, "");
        } else if (run != null) {
            runs.followLive(run, state);
            runs.expect(state.survey(), controls.steadySpeed());
            branches.offerFork(true, "");
        }
    }

    private void turnTo(SavedLog saved) {
        watched = saved;
        shown = null;
        simulation.leave();
        selection.set(new Selection.Nothing());
        logs.begin(saved);
        controls.close(SAVED);
        SavedRun.strategy(saved.start()).ifPresent(controls::show);
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
        if (source instanceof Recording(Path opened)) {
            file = opened;
            header.remember(opened);
        }
        session.shows(run.log());
    }
}
