package cachescope.app.feed;

import cachescope.app.words.Counts;
import cachescope.app.words.TierWords;
import cachescope.app.words.Times;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells an event in a sentence, if it is notable at all. */
public final class FeedWords {
    /** How much of a key is said. */
    static final int KEY_LENGTH_MAX = 36;

    private static final int KEY_BEGINNING = 11;

    private FeedWords() {}

    /** The line of an event; empty for what everybody expects to happen all the time. */
    public static Optional<FeedLine> of(Event event) {
        return switch (event) {
            case Event.RunStarted run -> line(run, Sign.RUN, "The run began.");
            case Event.RunEnded run -> line(run, Sign.RUN, ended(run));
            case Event.StrategyChanged changed ->
                    line(changed, Sign.CHANGED, "Strategy: %s.".formatted(changed.change()));
            case Event.PaceChanged pace -> line(pace, Sign.CHANGED, pace(pace));
            case Event.RequestEnded request -> answered(request);
            case Event.PendingRead read -> line(read, Sign.WRITE, read.cause(), pending(read));
            case Event.TierRecovered back ->
                    line(back, Sign.BACK, "%s is back.".formatted(TierWords.title(back.tier())));
            case Event.NodeStopped node -> line(node, Sign.FAILED, killed(node));
            case Event.NodeStarted node ->
                    line(node, Sign.BACK, "%s is started again.".formatted(node.node()));
            case Event.WriteLost write -> line(write, Sign.FAILED, write.cause(), lost(write));
            case Event.WriteDeadLettered write ->
                    line(write, Sign.FAILED, write.cause(), givenUp(write));
            case Event.MessageLost message ->
                    line(message, Sign.FAILED, message.cause(), missed(message));
            case Event.FlushRetried retry -> line(retry, Sign.FAILED, retried(retry));
            case Event.WaitStarted wait -> line(wait, Sign.WAIT, wait.cause(), waits(wait));
            case Event.WaitEnded wait -> line(wait, Sign.WAIT, wait.cause(), waited(wait));
            case Event.RefreshEnded refresh ->
                    line(refresh, Sign.REFRESH, refresh.cause(), refreshed(refresh));
            case Event.CallEnded call -> CallWords.of(call);
            case Event.Disturbed done -> line(done, Sign.CHANGED, "%s.".formatted(done.what()));
            case Event.LockTimedOut lock ->
                    line(
                            lock,
                            Sign.WAIT,
                            lock.cause(),
                            "%s gave up waiting for the lock of %s."
                                    .formatted(lock.node(), lock.key()));
            case Event.NearFlushed near ->
                    line(
                            near,
                            Sign.CHANGED,
                            "%s emptied its near cache: %s.".formatted(near.node(), near.reason()));
            case Event.SubscriptionMade made ->
                    line(
                            made,
                            Sign.BACK,
                            "%s listens to %s.".formatted(made.node(), made.channel()));
            case Event.SubscriptionLost lost ->
                    line(
                            lost,
                            Sign.FAILED,
                            "%s no longer hears %s.".formatted(lost.node(), lost.channel()));
            case Event.CacheReordered move ->
                    line(move, Sign.CHANGED, move.cause(), reordered(move));
            case Event.GraceServed _,
                    Event.LateRefreshStarted _,
                    Event.TagInvalidated _,
                    Event.EntryOrphaned _,
                    Event.RequestStarted _,
                    Event.RequestRouted _,
                    Event.CallStarted _,
                    Event.MessageDelivered _,
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

    /**
     * A key as it is said in a sentence: in one line, and where it is long without its middle,
     * since keys differ most at their ends.
     */
    static String quoted(String key) {
        var line = key.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= KEY_LENGTH_MAX
                ? line
                : line.substring(0, KEY_BEGINNING)
                        + "…"
                        + line.substring(line.length() - KEY_LENGTH_MAX + KEY_BEGINNING + 1);
    }

    private static OptionalLong requestOf(Cause cause) {
        return switch (cause) {
            case Cause.Request(long request) -> OptionalLong.of(request);
            case Cause.Background(_, var requests) ->
                    requests.isEmpty()
                            ? OptionalLong.empty()
                            : OptionalLong.of(requests.getFirst());
        };
    }

    private static Optional<FeedLine> answered(Event.RequestEnded request) {
        var cause = new Cause.Request(request.request());
        if (request.failure() != null) {
            return line(request, Sign.FAILED, cause, refused(request, request.failure()));
        }
        return request.stale()
                ? line(request, Sign.STALE, cause, stale(request))
                : Optional.empty();
    }

    private static String refused(Event.RequestEnded request, String failure) {
        var doing =
                switch (request.operation()) {
                    case READ -> "could not read";
                    case WRITE -> "rejected the write of";
                    case DELETE -> "rejected the delete of";
                };
        return "%s %s %s: %s.".formatted(request.node(), doing, quoted(request.key()), failure);
    }

    private static String stale(Event.RequestEnded request) {
        return "%s answered %s %s, which had been overtaken %s before."
                .formatted(
                        request.node(),
                        quoted(request.key()),
                        request.version() == 0 ? "as absent" : "with v" + request.version(),
                        Times.length(request.staleness()));
    }

    private static String ended(Event.RunEnded run) {
        return run.complete()
                ? "The run is over: all traffic was answered."
                : "The run was ended early.";
    }

    private static String reordered(Event.CacheReordered move) {
        var tier = TierWords.title(move.tier());
        var key = quoted(move.key());
        if (move.to() < 0) {
            return "%s let go of %s at place %s.".formatted(tier, key, move.from() + 1);
        }
        return move.from() < 0
                ? "%s took in %s at place %s.".formatted(tier, key, move.to() + 1)
                : "%s moved %s from place %s to place %s."
                        .formatted(tier, key, move.from() + 1, move.to() + 1);
    }

    private static String pace(Event.PaceChanged pace) {
        if (pace.held()) {
            return "The traffic is held.";
        }
        return pace.speed() == 0
                ? "The traffic runs as fast as it can."
                : "The traffic runs at %s its recorded speed."
                        .formatted(Times.factor(pace.speed()));
    }

    private static String pending(Event.PendingRead read) {
        return "%s answered %s with v%s, which is still in the queue."
                .formatted(read.node(), quoted(read.key()), read.version());
    }

    private static String killed(Event.NodeStopped node) {
        return "%s was killed, and all that it had in memory is gone.".formatted(node.node());
    }

    private static String lost(Event.WriteLost write) {
        return "%s v%s was acknowledged and is lost: its worker was killed before the flush."
                .formatted(quoted(write.key()), write.version());
    }

    private static String missed(Event.MessageLost message) {
        return "%s missed %s on %s for good."
                .formatted(
                        message.node(),
                        message.message() < 0 ? "a message" : "message " + message.message(),
                        quoted(message.channel()));
    }

    private static String givenUp(Event.WriteDeadLettered write) {
        return "%s v%s became a dead letter after %s."
                .formatted(
                        quoted(write.key()),
                        write.version(),
                        Counts.of(write.attempts(), "attempt", "attempts"));
    }

    private static String retried(Event.FlushRetried retry) {
        return "A batch of %s failed at attempt %s and is tried again in %s."
                .formatted(
                        Counts.of(retry.writes(), "write", "writes"),
                        retry.attempt(),
                        Times.roundLength(retry.backoff()));
    }

    private static String waits(Event.WaitStarted wait) {
        return "%s waits with %s: %s.".formatted(wait.node(), quoted(wait.key()), wait.reason());
    }

    private static String waited(Event.WaitEnded wait) {
        return "%s waited %s with %s: %s."
                .formatted(
                        wait.node(),
                        Times.length(wait.at() - wait.startedAt()),
                        quoted(wait.key()),
                        wait.reason());
    }

    private static String refreshed(Event.RefreshEnded refresh) {
        var took = Times.length(refresh.at() - refresh.startedAt());
        if (refresh.version() == 0) {
            return "The refresh of %s failed after %s.".formatted(quoted(refresh.key()), took);
        }
        var who =
                switch (refresh.cause()) {
                    case Cause.Request _ -> "by its reader";
                    case Cause.Background _ -> "in the background";
                };
        return "%s was refreshed %s to v%s in %s."
                .formatted(quoted(refresh.key()), who, refresh.version(), took);
    }
}
