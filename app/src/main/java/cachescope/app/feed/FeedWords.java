package cachescope.app.feed;

import cachescope.app.words.Counts;
import cachescope.app.words.TierWords;
import cachescope.app.words.Times;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells an event in a sentence, if it is notable at all. */
public final class FeedWords {
    /** How much of a key is said. */
    static final int KEY_LENGTH_MAX = 48;

    private FeedWords() {}

    /** The line of an event; empty for what everybody expects to happen all the time. */
    public static Optional<FeedLine> of(Event event) {
        return switch (event) {
            case Event.RunStarted run -> line(run, Sign.RUN, "The run began.");
            case Event.RunEnded run ->
                    line(
                            run,
                            Sign.RUN,
                            run.complete()
                                    ? "The run is over: all traffic was answered."
                                    : "The run was ended early.");
            case Event.StrategyChanged changed ->
                    line(changed, Sign.CHANGED, "The strategy changed: " + changed.change() + ".");
            case Event.PaceChanged pace -> line(pace, Sign.CHANGED, pace(pace));
            case Event.RequestEnded ended -> ended(ended);
            case Event.TierRecovered back ->
                    line(back, Sign.BACK, TierWords.title(back.tier()) + " is back.");
            case Event.WriteLost lost ->
                    line(
                            lost,
                            Sign.FAILED,
                            lost.cause(),
                            quoted(lost.key())
                                    + " v"
                                    + lost.version()
                                    + " was acknowledged and is lost: its worker was killed before the flush.");
            case Event.WriteDeadLettered letter ->
                    line(
                            letter,
                            Sign.FAILED,
                            letter.cause(),
                            quoted(letter.key())
                                    + " v"
                                    + letter.version()
                                    + " became a dead letter after "
                                    + Counts.of(letter.attempts(), "attempt", "attempts")
                                    + ".");
            case Event.FlushRetried retry ->
                    line(
                            retry,
                            Sign.FAILED,
                            "A batch of "
                                    + Counts.of(retry.writes(), "write", "writes")
                                    + " failed at attempt "
                                    + retry.attempt()
                                    + " and is tried again in "
                                    + Times.roundLength(retry.backoff())
                                    + ".");
            case Event.WaitStarted wait ->
                    line(
                            wait,
                            Sign.WAIT,
                            wait.cause(),
                            wait.node()
                                    + " waits with "
                                    + quoted(wait.key())
                                    + ": "
                                    + wait.reason()
                                    + ".");
            case Event.WaitEnded wait ->
                    line(
                            wait,
                            Sign.WAIT,
                            wait.cause(),
                            wait.node()
                                    + " goes on with "
                                    + quoted(wait.key())
                                    + " after "
                                    + Times.length(wait.at() - wait.startedAt())
                                    + ".");
            case Event.RefreshEnded refresh ->
                    line(refresh, Sign.REFRESH, refresh.cause(), refreshed(refresh));
            case Event.CallEnded call -> CallWords.of(call);
            case Event.PendingRead read ->
                    line(
                            read,
                            Sign.WRITE,
                            read.cause(),
                            read.node()
                                    + " answered "
                                    + quoted(read.key())
                                    + " with v"
                                    + read.version()
                                    + ", which is still in the queue.");
            case Event.RequestStarted _,
                    Event.RequestRouted _,
                    Event.CallStarted _,
                    Event.WriteQueued _,
                    Event.WriteCoalesced _,
                    Event.RefreshStarted _ ->
                    Optional.empty();
        };
    }

    static Optional<FeedLine> line(Event event, Sign sign, String words) {
        return Optional.of(
                new FeedLine(event.seq(), event.at(), sign, words, OptionalLong.empty()));
    }

    static Optional<FeedLine> line(Event event, Sign sign, Cause cause, String words) {
        return Optional.of(new FeedLine(event.seq(), event.at(), sign, words, requestOf(cause)));
    }

    /** A key as it is said in a sentence: cut where it is long. */
    static String quoted(String key) {
        return key.length() <= KEY_LENGTH_MAX ? key : key.substring(0, KEY_LENGTH_MAX - 1) + "…";
    }

    private static OptionalLong requestOf(Cause cause) {
        return switch (cause) {
            case Cause.Request asked -> OptionalLong.of(asked.request());
            case Cause.Background work ->
                    work.requests().isEmpty()
                            ? OptionalLong.empty()
                            : OptionalLong.of(work.requests().getFirst());
        };
    }

    private static Optional<FeedLine> ended(Event.RequestEnded ended) {
        var request = new Cause.Request(ended.request());
        var key = quoted(ended.key());
        if (ended.failure() != null) {
            var doing =
                    ended.operation() == Operation.READ
                            ? "could not read "
                            : ended.operation() == Operation.WRITE
                                    ? "rejected the write of "
                                    : "rejected the delete of ";
            return line(
                    ended,
                    Sign.FAILED,
                    request,
                    ended.node() + " " + doing + key + ": " + ended.failure() + ".");
        }
        if (ended.stale()) {
            var answered = ended.version() == 0 ? " as absent" : " with v" + ended.version();
            return line(
                    ended,
                    Sign.STALE,
                    request,
                    ended.node()
                            + " answered "
                            + key
                            + answered
                            + ", which had been overtaken "
                            + Times.length(ended.staleness())
                            + " before.");
        }
        return Optional.empty();
    }

    private static String pace(Event.PaceChanged pace) {
        if (pace.held()) {
            return "The traffic is held.";
        }
        return pace.speed() == 0
                ? "The traffic runs as fast as it can."
                : "The traffic runs at " + Times.factor(pace.speed()) + " its recorded speed.";
    }

    private static String refreshed(Event.RefreshEnded refresh) {
        var took = " after " + Times.length(refresh.at() - refresh.startedAt()) + ".";
        return refresh.version() == 0
                ? "The refresh of " + quoted(refresh.key()) + " failed" + took
                : quoted(refresh.key())
                        + " was refreshed in the background to v"
                        + refresh.version()
                        + took;
    }
}
