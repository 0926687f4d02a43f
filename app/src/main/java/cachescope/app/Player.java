package cachescope.app;

import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Selection;
import cachescope.app.header.HeaderViewModel;
import cachescope.app.header.MessagesViewModel;
import cachescope.app.header.Progress;
import cachescope.app.header.TrafficChoice;
import cachescope.app.session.Session;
import cachescope.app.tape.TapeViewModel;
import cachescope.engine.run.Run;
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
    private int messagesSeen;
    private boolean failureTold;
    private @Nullable Told told;

    /** What the words about the traffic depend on. */
    private record Told(Run run, Optional<TrafficSummary> survey, long moment) {}

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
    }

    /** Says who is told that traffic is not held, which another run never is. */
    void whenReleased(Runnable told) {
        released = told;
    }

    /** The recording that is played. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** Plays a recording. */
    void open(Path next) {
        session.play(new Recording(next), strategy, sessionSpeed(speed));
    }

    private record Recording(Path file) implements Session.TrafficSource {
        @Override
        public Traffic open() throws TrafficException {
            return TrafficFile.of(file, ReadingOptions.DEFAULT);
        }
    }

    /** Plays the recording again from its start. */
    void restart() {
        file().ifPresent(this::open);
    }

    /** Ends the run there is. */
    void cancel() {
        session.stop();
    }

    /** Runs by another strategy; the answer is why not, if it cannot be. */
    Optional<String> use(Strategy next) {
        var refusal = refusal(next, speed);
        if (refusal.isEmpty()) {
            strategy = next;
            session.change(next);
        }
        return refusal;
    }

    /**
     * Lets the traffic run at another speed, or holds it; the answer is why not, if it cannot be.
     */
    Optional<String> pace(double wanted, boolean hold) {
        var refusal = refusal(strategy, wanted);
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
    }

    private void turnTo(Run run, Session.@Nullable TrafficSource source) {
        shown = run;
        held = false;
        paceChanged = false;
        released.run();
        refusals.forEach(messages::withdraw);
        refusals.clear();
        failureTold = false;
        selection.set(new Selection.Nothing());
        clock.open(run.log());
        header.showVersions(run.world().redisVersion(), run.world().sqliteVersion());
        if (source instanceof Recording(Path opened)) {
            file = opened;
            header.remember(opened);
        }
        session.shows(run);
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
