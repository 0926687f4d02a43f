package cachescope.app.feed;

import static cachescope.app.feed.FeedWords.line;
import static cachescope.app.feed.FeedWords.quoted;

import cachescope.app.words.Counts;
import cachescope.app.words.TierWords;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import java.util.Optional;

/** Tells a call that came back in a sentence, if it is notable. */
final class CallWords {
    private CallWords() {}

    static Optional<FeedLine> of(Event.CallEnded call) {
        return switch (call) {
            case Event.TierFailed failed -> line(failed, Sign.FAILED, failed.cause(), lost(failed));
            case Event.CommitUnanswered commit ->
                    line(commit, Sign.FAILED, commit.cause(), unanswered(commit));
            case Event.CacheRead read ->
                    read.outcome() == Outcome.EXPIRED
                            ? line(read, Sign.MISS, read.cause(), expired(read))
                            : Optional.empty();
            case Event.CacheWritten written ->
                    written.stored()
                            ? Optional.empty()
                            : line(written, Sign.KEPT, written.cause(), kept(written));
            case Event.CacheRemoved removed -> removed(removed);
            case Event.RecordWritten written ->
                    written.undoes() == 0
                            ? Optional.empty()
                            : line(written, Sign.KEPT, written.cause(), undone(written));
            case Event.UndoOvertaken undo -> line(undo, Sign.KEPT, undo.cause(), notUndone(undo));
            case Event.BatchFlushed flushed ->
                    line(flushed, Sign.WRITE, flushed.cause(), flushed(flushed));
            case Event.LockReleased lock ->
                    lock.released()
                            ? Optional.empty()
                            : line(lock, Sign.KEPT, lock.cause(), notReleased(lock));
            case Event.CacheSwept swept -> line(swept, Sign.MISS, swept.cause(), swept(swept));
            case Event.RecordRead _,
                    Event.MarksRead _,
                    Event.RecordRemoved _,
                    Event.LockTried _,
                    Event.MessagePublished _ ->
                    Optional.empty();
        };
    }

    private static String unanswered(Event.CommitUnanswered commit) {
        return "%s v%s was committed, but %s never got the answer."
                .formatted(quoted(commit.key()), commit.version(), commit.node());
    }

    private static Optional<FeedLine> removed(Event.CacheRemoved removed) {
        var tier = TierWords.title(removed.tier());
        var key = quoted(removed.key());
        return switch (removed.removal()) {
            case EVICTED ->
                    line(
                            removed,
                            Sign.MISS,
                            removed.cause(),
                            "%s evicted %s to make room.".formatted(tier, key));
            case INVALIDATED ->
                    removed.cause() instanceof Cause.Background
                            ? line(
                                    removed,
                                    Sign.BACK,
                                    removed.cause(),
                                    "%s dropped its copy of %s after all.".formatted(tier, key))
                            : Optional.empty();
            case EXPIRED, DELETED -> Optional.empty();
        };
    }

    private static String lost(Event.TierFailed failed) {
        var sentence = failed.message().strip();
        return "%s lost %s: %s%s"
                .formatted(
                        failed.node(),
                        TierWords.name(failed.tier()),
                        sentence,
                        sentence.endsWith(".") ? "" : ".");
    }

    private static String expired(Event.CacheRead read) {
        return "%s had expired in %s when %s asked for it."
                .formatted(quoted(read.key()), TierWords.name(read.tier()), read.node());
    }

    private static String kept(Event.CacheWritten written) {
        return "%s kept what it had of %s and refused v%s."
                .formatted(
                        TierWords.title(written.tier()), quoted(written.key()), written.version());
    }

    private static String undone(Event.RecordWritten written) {
        return "v%s of %s was taken back: v%s is as it was before."
                .formatted(written.undoes(), quoted(written.key()), written.version());
    }

    private static String notUndone(Event.UndoOvertaken undo) {
        return "A write of %s was not taken back: v%s had come in between."
                .formatted(quoted(undo.key()), undo.version());
    }

    private static String notReleased(Event.LockReleased lock) {
        return lock.token() == null
                ? "%s deleted the lock of %s, which nobody held."
                        .formatted(lock.node(), quoted(lock.key()))
                : "%s came too late to release the lock of %s: it had ended."
                        .formatted(lock.node(), quoted(lock.key()));
    }

    private static String swept(Event.CacheSwept swept) {
        return "%s dropped %s whose keys match %s."
                .formatted(
                        TierWords.title(swept.tier()),
                        Counts.of(swept.keys(), "entry", "entries"),
                        quoted(swept.pattern()));
    }

    private static String flushed(Event.BatchFlushed flushed) {
        return "A batch of %s went to the database as %s."
                .formatted(
                        Counts.of(flushed.writes(), "write", "writes"),
                        Counts.of(flushed.rows(), "row", "rows"));
    }
}
