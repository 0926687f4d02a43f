package cachescope.app;

import cachescope.app.frame.FrameClock;
import cachescope.app.header.HeaderViewModel;
import cachescope.app.header.MessagesViewModel;
import cachescope.app.header.Progress;
import cachescope.app.header.TrafficChoice;
import cachescope.app.session.State;
import cachescope.app.session.WorldKind;
import cachescope.app.tape.TapeViewModel;
import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.run.Run;
import cachescope.engine.traffic.TrafficSummary;
import cachescope.engine.traffic.generator.MixedTraffic;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the header, the tape and the messages say of runs: which traffic it is, how far they are,
 * why they broke off. FX thread only.
 */
final class RunScreen {
    /** How long the size of traffic stands there that nobody knows in advance. */
    private static final long NOTE_HOLD_NANOS = 200_000_000L;

    private final HeaderViewModel header;
    private final MessagesViewModel messages;
    private final FrameClock clock;
    private final TapeViewModel tape;
    private final Set<Run> told = Collections.newSetFromMap(new WeakHashMap<>());
    private @Nullable Words words;

    /** What the words about the traffic depend on. */
    private record Words(Run run, Optional<TrafficSummary> survey, long moment) {}

    RunScreen(
            HeaderViewModel header,
            MessagesViewModel messages,
            FrameClock clock,
            TapeViewModel tape) {
        this.header = header;
        this.messages = messages;
        this.clock = clock;
        this.tape = tape;
    }

    /** Says what the run stands on. */
    void begin(Run run) {
        header.showOrigin("", "");
        if (WorldKind.of(run.world()) == WorldKind.SIMULATED) {
            header.showSimulatedVersions();
        } else {
            header.showVersions(run.world().redisVersion(), run.world().sqliteVersion());
        }
    }

    /** Says how a live run goes. */
    void followLive(Run run, State state) {
        tell(run, state.survey());
        tellOfFailure(run);
        var progress = run.progress();
        if (state.coming() != null) {
            return;
        }
        if (progress.state().isOver() || run.speed() != 0) {
            header.endProgress();
        } else if (progress.totalBytes().isPresent()) {
            header.showProgress(
                    Progress.ofBytes(
                            "Playing " + name(run),
                            progress.bytesRead(),
                            progress.totalBytes().getAsLong()));
        }
    }

    /** Says how the simulated runs of a state go. */
    void followSimulated(State state) {
        var first = state.runs().getFirst();
        tell(first, state.survey());
        expect(state.survey(), 1);
        for (var run : state.runs()) {
            tellOfFailure(run);
            tellOfStop(run);
        }
        if (state.coming() == null) {
            state.runs().stream()
                    .filter(run -> !run.progress().state().isOver())
                    .findFirst()
                    .ifPresentOrElse(
                            run -> showProgress(run, run == first ? "" : "B of ", state.survey()),
                            header::endProgress);
        }
    }

    /**
     * Says when a recording will be over, if that can be known.
     *
     * @param speed recorded seconds a second; 0 if that is not known
     */
    void expect(Optional<TrafficSummary> survey, double speed) {
        tape.expect(
                survey.isPresent() && speed > 0
                        ? OptionalLong.of(Math.round(nanos(survey.get()) / speed))
                        : OptionalLong.empty());
    }

    private void showProgress(Run run, String which, Optional<TrafficSummary> survey) {
        long done = run.progress().requests();
        long total = survey.map(TrafficSummary::requests).orElse(0L);
        header.showProgress(
                Progress.of(
                        "Simulating " + which + name(run),
                        done,
                        total,
                        Counts.whole(done),
                        Counts.of(total, "request", "requests")));
    }

    private void tellOfFailure(Run run) {
        var failure = run.progress().message();
        if (failure != null && told.add(run)) {
            messages.show(failure);
        }
    }

    private void tellOfStop(Run run) {
        boolean stopped = run.progress().state() == cachescope.engine.run.Progress.State.STOPPED;
        if (stopped && told.add(run)) {
            messages.show(
                    "The simulated run was stopped at "
                            + Times.clock(run.log().lastAt())
                            + ": it is shown as far as it goes.");
        }
    }

    /** Says what traffic runs, if that has changed. */
    private void tell(Run run, Optional<TrafficSummary> survey) {
        long moment = survey.isPresent() ? 0 : clock.liveEdge() / NOTE_HOLD_NANOS;
        var now = new Words(run, survey, moment);
        if (now.equals(words)) {
            return;
        }
        words = now;
        header.showTraffic(
                name(run),
                survey.map(known -> TrafficChoice.noteOf(known.requests(), nanos(known)))
                        .orElseGet(() ->
                                TrafficChoice.noteOf(run.progress().requests(), clock.liveEdge())));
    }

    private static String name(Run run) {
        var traffic = run.plan().traffic();
        return traffic instanceof MixedTraffic
                ? traffic.name()
                : TrafficChoice.nameOf(Path.of(traffic.name()));
    }

    private static long nanos(TrafficSummary survey) {
        return Math.round(survey.seconds() * 1e9);
    }
}
