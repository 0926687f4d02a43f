package cachescope.app;

import cachescope.app.frame.Playhead;
import cachescope.app.header.MessagesViewModel;
import cachescope.app.session.Session;
import cachescope.app.session.TrafficSource;
import cachescope.app.session.WorldKind;
import cachescope.engine.event.EventFileReader;
import cachescope.engine.scenario.ScenarioException;
import cachescope.engine.scenario.ScenarioFile;
import cachescope.engine.strategy.SimulatedOnly;
import cachescope.engine.strategy.Strategy;
import java.nio.file.Path;
import java.util.Optional;

/** From the controls to the session: passes on what the person wants. FX thread only. */
final class Player {
    private final Session session;
    private final Controls controls;
    private final Wishes wishes;
    private final Simulation simulation;
    private final MessagesViewModel messages;
    private final Playhead playhead;

    Player(
            Session session,
            Controls controls,
            Simulation simulation,
            MessagesViewModel messages,
            Playhead playhead) {
        this.session = session;
        this.controls = controls;
        this.wishes = controls.wishes();
        this.simulation = simulation;
        this.messages = messages;
        this.playhead = playhead;
    }

    /**
     * Plays a scenario, which its name tells; shows a saved log or plays a recording, which the
     * file's first line tells.
     */
    void open(Path next) {
        if (ScenarioFile.isNamedSo(next)) {
            openScenario(next);
        } else if (EventFileReader.recognises(next)) {
            watch(next);
        } else {
            play(new Recording(next));
        }
    }

    private void openScenario(Path file) {
        try {
            var scenario = ScenarioFile.read(file);
            controls.turnTo(scenario);
            play(new OpenScenario(file, scenario));
        } catch (ScenarioException wrong) {
            messages.show(String.valueOf(wrong.getMessage()));
        }
    }

    /** Shows a saved log. */
    void watch(Path log) {
        session.watch(log);
    }

    /** Plays the traffic of the run again from its start. */
    void restart() {
        source().ifPresent(this::play);
    }

    private void play(TrafficSource source) {
        if (wishes.isSimulated()) {
            session.simulate(source, wishes.strategy(), wishes.seed(), 0);
        } else {
            session.play(source, wishes.liveStrategy(), wishes.sessionSpeed());
        }
    }

    /** The traffic of the run that is shown, or else of the one that is coming. */
    private Optional<TrafficSource> source() {
        var state = session.state();
        var coming = state.coming();
        return coming == null ? Optional.ofNullable(state.source()) : Optional.of(coming.source());
    }

    /** Gives up the run that is coming, or else ends those there are. */
    void cancel() {
        if (!simulation.giveUp()) {
            session.stop();
        }
    }

    /** Runs in another world from now on, and what is shown too, if it is a run. */
    void choose(WorldKind world) {
        controls.turnTo(world);
        if (isWatching()) {
            messages.show(
                    "Recordings are run in the "
                            + (wishes.isSimulated() ? "simulated" : "live")
                            + " world from now on; what is shown is a saved log.");
        } else {
            restart();
        }
    }

    /** Runs the simulated world by another seed, as somebody wrote it; false if it is none. */
    boolean useSeed(String text) {
        try {
            controls.seed(Long.parseLong(text.strip()));
        } catch (NumberFormatException none) {
            messages.show("The seed \"" + text + "\" is not a whole number such as 42.");
            return false;
        }
        if (wishes.isSimulated() && !isWatching()) {
            restart();
        }
        return true;
    }

    /** Begins a simulated run of the traffic that is shown, and goes on in it at the playhead. */
    void forkHere() {
        var saved = session.state().saved();
        if (saved != null) {
            fork(new SavedRun(saved));
        } else {
            source().ifPresent(source -> fork(source, controls.steadySpeed(), "the live run"));
        }
    }

    private void fork(SavedRun saved) {
        var start = saved.start();
        saved.strategy().ifPresent(wishes::strategy);
        if (saved.isSimulated()) {
            controls.seed(start.seed());
        }
        fork(saved.traffic(), start.speed() == 0 ? 1 : start.speed(), "the saved log");
    }

    private void fork(TrafficSource source, double speed, String of) {
        controls.turnTo(WorldKind.SIMULATED);
        long time = Math.min(playhead.time(), playhead.liveEdgeProperty().get());
        session.simulate(source, wishes.strategy(), wishes.seed(), Math.round(time * speed));
        messages.show(
                "This is a simulated run of the traffic of "
                        + of
                        + ", from its start and in virtual time; a change of strategy branches off where the playhead stands.");
    }

    /** Runs by another strategy; the answer is why not, if it cannot be. */
    Optional<String> use(Strategy next) {
        var refusal = controls.whyNot().or(() -> refusal(next));
        if (refusal.isEmpty()) {
            controls.use(next);
        }
        return refusal;
    }

    private Optional<String> refusal(Strategy next) {
        if (wishes.isSimulated()) {
            return simulation.use(next, wishes.seed());
        }
        var refusal = Wishes.refusalLive(next, wishes.speed());
        var live = SimulatedOnly.leftOut(next);
        if (refusal.isEmpty() && !live.equals(wishes.liveStrategy())) {
            session.change(live);
        }
        return refusal;
    }

    /**
     * Lets the traffic run at another speed, or holds it; the answer is why not, if it cannot be.
     */
    Optional<String> pace(double wanted, boolean hold) {
        var refusal = controls.whyNoPace().or(() -> Wishes.refusalLive(wishes.strategy(), wanted));
        if (refusal.isPresent()) {
            return refusal;
        }
        if (wanted != wishes.speed()) {
            controls.speed(wanted);
            session.speed(wishes.sessionSpeed());
        }
        if (hold != controls.isHeld()) {
            controls.hold(hold);
            session.hold(hold);
        }
        return Optional.empty();
    }

    private boolean isWatching() {
        return session.state().saved() != null;
    }
}
