package cachescope.app.inspector;

import cachescope.app.inspector.Step.Verdict;
import cachescope.engine.event.Event;
import cachescope.engine.event.Event.CallEnded;
import cachescope.engine.event.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells the calls of a story. */
final class StepWords {
    private record Result(String words, Verdict verdict) {}

    private StepWords() {}

    /** The steps of a call that came back, one a statement; the last one carries the result. */
    static List<Step> of(CallEnded call) {
        var statements = call.statements().isEmpty() ? List.of(asked(call)) : call.statements();
        var result = result(call);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < statements.size(); i++) {
            boolean last = i == statements.size() - 1;
            steps.add(
                    new Step(
                            call.tier(),
                            statements.get(i),
                            last ? result.words() : "",
                            last ? result.verdict() : Verdict.PLAIN,
                            i == 0,
                            call.startedAt(),
                            call.endedAt()));
        }
        return steps;
    }

    /** The step of a call that is on its way. */
    static Step of(Event.CallStarted call) {
        var asked = call.kind().name().toLowerCase(Locale.ROOT) + " " + call.key();
        return new Step(
                call.tier(),
                asked.strip(),
                "on its way",
                Verdict.OPEN,
                true,
                call.at(),
                Long.MAX_VALUE);
    }

    /** The step of a read that found a write which is still pending. */
    static Step of(Event.PendingRead read) {
        return new Step(
                Tier.APP,
                "pending write of " + read.key(),
                "hit v" + read.version(),
                Verdict.GOOD,
                true,
                read.at(),
                read.at());
    }

    private static Result result(CallEnded call) {
        return switch (call) {
            case Event.CacheRead read ->
                    switch (read.outcome()) {
                        case HIT -> new Result("hit v" + read.version(), Verdict.GOOD);
                        case MISS -> new Result("miss", Verdict.MISSED);
                        case EXPIRED -> new Result("expired", Verdict.MISSED);
                    };
            case Event.CacheWritten written ->
                    written.stored()
                            ? new Result("ok", Verdict.GOOD)
                            : new Result("kept newer", Verdict.PLAIN);
            case Event.CacheRemoved _ -> new Result("ok", Verdict.GOOD);
            case Event.CacheSwept swept -> new Result(swept.keys() + " dropped", Verdict.GOOD);
            case Event.MarksRead read -> new Result(read.marks() + " read", Verdict.GOOD);
            case Event.RecordRead read ->
                    read.present()
                            ? new Result("v" + read.version(), Verdict.PLAIN)
                            : new Result("absent", Verdict.MISSED);
            case Event.RecordWritten written -> new Result("v" + written.version(), Verdict.GOOD);
            case Event.RecordRemoved removed -> new Result("v" + removed.version(), Verdict.GOOD);
            case Event.UndoOvertaken overtaken ->
                    new Result("v" + overtaken.version() + " stands", Verdict.PLAIN);
            case Event.CommitUnanswered commit ->
                    new Result("v" + commit.version() + ", unanswered", Verdict.PLAIN);
            case Event.BatchFlushed flushed -> new Result(flushed.rows() + " rows", Verdict.GOOD);
            case Event.LockTried lock ->
                    lock.taken()
                            ? new Result(lock.renewal() ? "extended" : "taken", Verdict.GOOD)
                            : new Result(lock.renewal() ? "not its own" : "held", Verdict.PLAIN);
            case Event.LockReleased lock ->
                    lock.released()
                            ? new Result("released", Verdict.GOOD)
                            : new Result(
                                    lock.token() == null ? "none" : "not its own", Verdict.PLAIN);
            case Event.MessagePublished message ->
                    new Result("to " + message.receivers(), Verdict.GOOD);
            case Event.TierFailed _ -> new Result("failed", Verdict.FAILED);
        };
    }

    private static String asked(CallEnded call) {
        return switch (call) {
            case Event.CacheRead read -> "get " + read.key();
            case Event.CacheWritten written -> "put " + written.key();
            case Event.CacheRemoved removed ->
                    removed.removal().name().toLowerCase(Locale.ROOT) + " " + removed.key();
            case Event.CacheSwept swept -> "drop all " + swept.pattern();
            case Event.MarksRead read -> "versions of " + read.key();
            case Event.RecordRead read -> (read.load() ? "load " : "read ") + read.key();
            case Event.RecordWritten written ->
                    (written.undoes() == 0 ? "write " : "undo ") + written.key();
            case Event.RecordRemoved removed -> "delete " + removed.key();
            case Event.UndoOvertaken overtaken -> "undo " + overtaken.key();
            case Event.CommitUnanswered commit -> "commit " + commit.key();
            case Event.BatchFlushed flushed -> "flush " + flushed.writes() + " writes";
            case Event.LockTried lock -> (lock.renewal() ? "extend lock " : "lock ") + lock.key();
            case Event.LockReleased lock ->
                    (lock.token() == null ? "delete lock " : "release lock ") + lock.key();
            case Event.MessagePublished message ->
                    "publish " + message.channel() + " " + message.text();
            case Event.TierFailed failed ->
                    failed.kind().name().toLowerCase(Locale.ROOT) + " " + failed.key();
        };
    }
}
