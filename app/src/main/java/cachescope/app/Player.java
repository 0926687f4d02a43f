package cachescope.app;

import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Selection;
import cachescope.app.header.HeaderViewModel;
import cachescope.app.header.MessagesViewModel;
import cachescope.app.header.Progress;
import cachescope.app.header.TrafficChoice;
import cachescope.app.picture.Caption;
import cachescope.app.session.SavedLog;
import cachescope.app.session.Session;
import cachescope.app.tape.TapeViewModel;
import cachescope.engine.event.EventFileReader;
import cachescope.engine.event.EventLog;
import cachescope.engine.run.Run;
import cachescope.engine.strategy.SimulatedOnly;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.traffic.ReadingOptions;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import cachescope.engine.traffic.TrafficFile;
import cachescope.engine.traffic.TrafficSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Between the controls and the session: passes on what the person wants, and looks once a frame at
 * what became of it. FX thread only.
 */
final class Player {
    /** What the window starts with: a database that is a network away. */
    static final Strategy STANDARD = Strategy.DEFAULT.withDatabaseDelay(Duration.ofMillis(20));

    /** How the controls write "as fast as possible". */
    private static final double AS_FAST_AS_POSSIBLE = Double.POSITIVE_INFINITY;

    /** How long the size of traffic stands there that nobody knows in advance. */
    private static final long NOTE_HOLD_NANOS = 200_000_000L;

    private static final String LIVE =
            "A real Redis and a real SQLite, on the clock of this machine";

    private static final String SAVED =
            "This is the saved log of a run: what happened in it is fixed. Open recorded traffic to run it by another strategy.";

    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper(this, "whyNot", "");
    private final ReadOnlyObjectWrapper<Strategy> inForce =
            new ReadOnlyObjectWrapper<>(this, "inForce", STANDARD);
    private final Session session;
    private final HeaderViewModel header;
    private final MessagesViewModel messages;
    private final FrameClock clock;
    private final TapeViewModel tape;
    private final ObjectProperty<Selection> selection;
    private Strategy strategy = STANDARD;
    private double speed = 1;
    private final Set<String> refusals = new HashSet<>();
    private boolean held;
    private Runnable released = () -> {};
    private boolean paceChanged;
    private @Nullable Path file;
    private @Nullable Run shown;
    private @Nullable SavedRun watched;
    private @Nullable Caption caption;
    private int messagesSeen;
    private boolean failureTold;
    private @Nullable Told told;

    /** What the words about the traffic depend on. */
    private record Told(Run run, Optional<TrafficSummary> survey, long moment) {}

    private String clockFailure = "";

    Player(
            Session session,
            HeaderViewModel header,
            MessagesViewModel messages,
            FrameClock clock,
            TapeViewModel tape,
            ObjectProperty<Selection> selection) {
        this.session = session;
        this.header = header;
        this.messages = messages;
        this.clock = clock;
        this.tape = tape;
        this.selection = selection;
    }

    /** Says by which strategy the first recording is played. */
    void begin(Strategy first) {
        strategy = first;
        inForce.set(first);
    }

    /** Says who is told that traffic is not held, which another run never is. */
    void whenReleased(Runnable told) {
        released = told;
    }

    /** The recording that is played. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Shows a saved log, or plays a recording; which it is the file's first line tells. */
    void open(Path next) {
        if (EventFileReader.recognises(next)) {
            watch(next);
        } else {
            session.play(new Recording(next), SimulatedOnly.leftOut(strategy), sessionSpeed(speed));
        }
    }

    /** Shows a saved log. */
    void watch(Path log) {
        session.watch(log);
    }

    /** Shows the log of a run that nothing here makes; it is taken to be over. */
    void show(EventLog log, Caption words) {
        caption = words;
        clock.openAtStart(log);
        clock.endsHere();
        whyNot.set(words.saved() ? SAVED : "");
        header.showOrigin((words.saved() ? "saved log · " : "") + words.world(), "");
        if (words.redisVersion().isEmpty()) {
            header.hideVersions();
        } else {
            header.showVersions(words.redisVersion(), words.sqliteVersion());
        }
    }

    /** What is said of the run that is shown. */
    Caption caption() {
        var running = shown;
        if (running != null) {
            return new Caption(
                    header.nameProperty().get(),
                    running.world().name(),
                    false,
                    sessionSpeed(speed),
                    running.world().redisVersion(),
                    running.world().sqliteVersion());
        }
        var saved = watched;
        return saved == null
                ? new Caption(
                        header.nameProperty().get(), "live", false, sessionSpeed(speed), "", "")
                : new Caption(
                        header.nameProperty().get(),
                        saved.start().world(),
                        true,
                        saved.start().speed(),
                        "",
                        "");
    }

    /** Shows the strategy in force at the time that is shown. */
    private void follow(Caption words) {
        header.showTraffic(
                words.traffic(), TrafficChoice.noteOf(clock.requests(), clock.liveEdge()));
        clock.strategy().flatMap(SavedRun::strategy).ifPresent(inForce::set);
    }

    private record Recording(Path file) implements Session.TrafficSource {
        @Override
        public Traffic open() throws TrafficException {
            return TrafficFile.of(file, ReadingOptions.DEFAULT);
        }
    }

    /** Plays the recording again from its start. */
    void restart() {
        if (watched == null) {
            file().ifPresent(this::open);
        }
    }

    /** Ends the run there is. */
    void cancel() {
        session.stop();
    }

    /** Runs by another strategy; the answer is why not, if it cannot be. */
    Optional<String> use(Strategy next) {
        var refusal = whyNot().or(() -> refusal(next, speed));
        if (refusal.isEmpty()) {
            var before = SimulatedOnly.leftOut(strategy);
            strategy = next;
            inForce.set(next);
            if (!SimulatedOnly.leftOut(next).equals(before)) {
                session.change(SimulatedOnly.leftOut(next));
            }
        }
        return refusal;
    }

    /**
     * Lets the traffic run at another speed, or holds it; the answer is why not, if it cannot be.
     */
    Optional<String> pace(double wanted, boolean hold) {
        var refusal = whyNot().or(() -> refusal(strategy, wanted));
        if (refusal.isPresent()) {
            return refusal;
        }
        if (wanted != speed) {
            speed = wanted;
            paceChanged = true;
            session.speed(sessionSpeed(wanted));
        }
        if (hold != held) {
            held = hold;
            paceChanged = true;
            session.hold(hold);
        }
        return Optional.empty();
    }

    /** Why nothing can be changed about what is shown; empty if it can. */
    ReadOnlyStringProperty whyNotProperty() {
        return whyNot.getReadOnlyProperty();
    }

    /** The strategy in force: of the run, or of the saved log. */
    ReadOnlyObjectProperty<Strategy> inForceProperty() {
        return inForce.getReadOnlyProperty();
    }

    /** The strategy that the person chose, whatever is shown. */
    Strategy strategy() {
        return strategy;
    }

    private Optional<String> whyNot() {
        return Optional.of(whyNot.get()).filter(reason -> !reason.isEmpty());
    }

    private static Optional<String> refusal(Strategy strategy, double speed) {
        if (speed == AS_FAST_AS_POSSIBLE) {
            return Optional.empty();
        }
        try {
            strategy.scaled(speed);
            return Optional.empty();
        } catch (StrategyException tooShort) {
            return Optional.of(String.valueOf(tooShort.getMessage()));
        }
    }

    private static double sessionSpeed(double speed) {
        return speed == AS_FAST_AS_POSSIBLE ? 0 : speed;
    }

    /** Shows what became of the session since the frame before. */
    void look() {
        var state = session.state();
        if (state.messages() != messagesSeen) {
            messagesSeen = state.messages();
            refusals.add(state.message());
            messages.show(state.message());
        }
        var run = state.run();
        if (run != null && run != shown) {
            turnTo(run, state.source());
        }
        if (run != null) {
            follow(run);
        }
        if (caption != null) {
            follow(caption);
        }
        var saved = state.saved();
        if (saved != null && (watched == null || !watched.isOf(saved))) {
            turnTo(saved);
        }
        if (watched != null) {
            watched.follow(header, clock, messages);
        }
        clock.failure()
                .filter(reason -> !reason.equals(clockFailure))
                .ifPresent(reason -> {
                    clockFailure = reason;
                    messages.show(reason);
                });
    }

    private void turnTo(SavedLog saved) {
        var next = new SavedRun(saved);
        watched = next;
        shown = null;
        selection.set(new Selection.Nothing());
        clock.openAtStart(saved.log());
        whyNot.set(SAVED);
        next.strategy().ifPresent(inForce::set);
        next.introduce(header);
        tape.expect(OptionalLong.empty());
        session.shows(saved.log());
    }

    private void turnTo(Run run, Session.@Nullable TrafficSource source) {
        shown = run;
        held = false;
        paceChanged = false;
        released.run();
        refusals.forEach(messages::withdraw);
        refusals.clear();
        watched = null;
        whyNot.set("");
        inForce.set(strategy);
        header.showOrigin("live", LIVE);
        failureTold = false;
        selection.set(new Selection.Nothing());
        clock.open(run.log());
        header.showVersions(run.world().redisVersion(), run.world().sqliteVersion());
        if (source instanceof Recording(Path opened)) {
            file = opened;
            header.remember(opened);
        }
        session.shows(run.log());
    }

    private void follow(Run run) {
        var progress = run.progress();
        var name = TrafficChoice.nameOf(Path.of(run.trafficName()));
        var survey = session.state().survey();
        tell(new Told(run, survey, survey.isPresent() ? 0 : clock.liveEdge() / NOTE_HOLD_NANOS));
        tape.expect(
                survey.isPresent() && speed != AS_FAST_AS_POSSIBLE && !paceChanged
                        ? OptionalLong.of(Math.round(nanos(survey.get()) / speed))
                        : OptionalLong.empty());
        if (progress.state().isOver() || speed != AS_FAST_AS_POSSIBLE) {
            header.endProgress();
        } else if (progress.totalBytes().isPresent()) {
            header.showProgress(
                    new Progress(
                            "Playing " + name,
                            progress.bytesRead(),
                            progress.totalBytes().getAsLong()));
        }
        var failure = progress.message();
        if (failure != null && !failureTold) {
            failureTold = true;
            messages.show(failure);
        }
    }

    /** Says what traffic runs, if that has changed. */
    private void tell(Told now) {
        if (now.equals(told)) {
            return;
        }
        told = now;
        header.showTraffic(
                TrafficChoice.nameOf(Path.of(now.run().trafficName())),
                now.survey()
                        .map(survey -> TrafficChoice.noteOf(survey.requests(), nanos(survey)))
                        .orElseGet(() ->
                                TrafficChoice.noteOf(
                                        now.run().progress().requests(), clock.liveEdge())));
    }

    private static long nanos(TrafficSummary survey) {
        return Math.round(survey.seconds() * 1e9);
    }
}
