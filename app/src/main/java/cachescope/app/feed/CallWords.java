package cachescope.app.feed;

import static cachescope.app.feed.FeedWords.line;
import static cachescope.app.feed.FeedWords.quoted;

import cachescope.app.words.Counts;
import cachescope.app.words.TierWords;
import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import java.util.Optional;

/** The lines of calls that came back. */
final class CallWords {
    private CallWords() {}

    static Optional<FeedLine> of(Event.CallEnded call) {
        return switch (call) {
            case Event.TierFailed failed ->
                    line(failed, Sign.FAILED, failed.cause(), failed(failed));
            case Event.CacheRead read ->
                    read.outcome() == Outcome.EXPIRED
                            ? line(
                                    read,
                                    Sign.MISS,
                                    read.cause(),
                                    quoted(read.key())
                                            + " had expired in "
                                            + TierWords.name(read.tier())
                                            + " when "
                                            + read.node()
                                            + " asked for it.")
                            : Optional.empty();
            case Event.CacheWritten written ->
                    written.stored()
                            ? Optional.empty()
                            : line(
                                    written,
                                    Sign.KEPT,
                                    written.cause(),
                                    TierWords.title(written.tier())
                                            + " kept what it had of "
                                            + quoted(written.key())
                                            + " and refused v"
                                            + written.version()
                                            + ".");
            case Event.CacheRemoved removed -> removed(removed);
            case Event.RecordWritten written -> undone(written);
            case Event.UndoOvertaken undo ->
                    line(
                            undo,
                            Sign.KEPT,
                            undo.cause(),
                            "A write of "
                                    + quoted(undo.key())
                                    + " was not taken back: v"
                                    + undo.version()
                                    + " had come in between.");
            case Event.BatchFlushed flushed ->
                    line(
                            flushed,
                            Sign.WRITE,
                            flushed.cause(),
                            "A batch of "
                                    + Counts.of(flushed.writes(), "write", "writes")
                                    + " went to the database as "
                                    + Counts.of(flushed.rows(), "row", "rows")
                                    + ".");
            case Event.RecordRead _, Event.RecordRemoved _ -> Optional.empty();
        };
    }

    private static String failed(Event.TierFailed failed) {
        var sentence = failed.message().strip();
        return TierWords.title(failed.tier())
                + " failed "
                + failed.node()
                + ": "
                + sentence
                + (sentence.endsWith(".") ? "" : ".");
    }

    private static Optional<FeedLine> removed(Event.CacheRemoved removed) {
        return switch (removed.removal()) {
            case EVICTED ->
                    line(
                            removed,
                            Sign.MISS,
                            removed.cause(),
                            TierWords.title(removed.tier())
                                    + " evicted "
                                    + quoted(removed.key())
                                    + " to make room.");
            case INVALIDATED, EXPIRED, DELETED -> Optional.empty();
        };
    }

    private static Optional<FeedLine> undone(Event.RecordWritten written) {
        return written.undoes() == 0
                ? Optional.empty()
                : line(
                        written,
                        Sign.WRITE,
                        written.cause(),
                        "v"
                                + written.undoes()
                                + " of "
                                + quoted(written.key())
                                + " was taken back: v"
                                + written.version()
                                + " is as it was before.");
    }
}
