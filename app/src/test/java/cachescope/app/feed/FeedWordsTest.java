package cachescope.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class FeedWordsTest {
    private static final Cause REQUEST = new Cause.Request(7);
    private static final Cause BACKGROUND = new Cause.Background("owed", List.of(3L, 4L));
    private static final long MILLI = 1_000_000;

    @Test
    void aStaleReadSaysWhatWasAnsweredAndHowOldItWas() {
        var line = FeedWords.of(ended(Operation.READ, 17, true, null)).orElseThrow();
        assertThat(line.words())
                .isEqualTo(
                        "app-1 answered product:4711 with v17, which had been overtaken 212 ms before.");
        assertThat(line.sign()).isEqualTo(Sign.STALE);
        assertThat(line.request()).isEqualTo(OptionalLong.of(7));
    }

    @Test
    void aReadThatWentWellIsNotTold() {
        assertThat(FeedWords.of(ended(Operation.READ, 17, false, null))).isEmpty();
    }

    @Test
    void whatTheCallerWasToldIsTold() {
        assertThat(words(ended(Operation.WRITE, 0, false, "CacheUnavailable")))
                .isEqualTo("app-1 rejected the write of product:4711: CacheUnavailable.");
        assertThat(words(ended(Operation.READ, 0, false, "DatabaseUnavailable")))
                .isEqualTo("app-1 could not read product:4711: DatabaseUnavailable.");
    }

    @Test
    void aMoveWithinTheOrderOfACacheCountsPlacesFromOne() {
        assertThat(words(moved(12, 0)))
                .isEqualTo("Near cache moved product:4711 from place 13 to place 1.");
        assertThat(words(moved(-1, 0))).isEqualTo("Near cache took in product:4711 at place 1.");
        assertThat(words(moved(12, -1)))
                .isEqualTo("Near cache let go of product:4711 at place 13.");
    }

    private static Event moved(int from, int to) {
        return new Event.CacheReordered(
                1, 10, REQUEST, "app-1", Tier.NEAR_CACHE, 3, "product:4711", from, to);
    }

    @Test
    void aTierIsLostAndComesBack() {
        var failed =
                new Event.TierFailed(
                        1,
                        span(REQUEST, Tier.REDIS),
                        CallKind.GET,
                        "k",
                        "CacheUnavailable",
                        "Redis refused the connection.");
        assertThat(words(failed)).isEqualTo("app-1 lost Redis: Redis refused the connection.");
        assertThat(words(new Event.TierRecovered(2, 10, Tier.DATABASE)))
                .isEqualTo("Database is back.");
    }

    @Test
    void changesAreTold() {
        var nothing = JsonNodeFactory.instance.objectNode();
        assertThat(words(new Event.StrategyChanged(1, 1, "TTL 60 s to 5 s", nothing)))
                .isEqualTo("Strategy: TTL 60 s to 5 s.");
        assertThat(words(new Event.PaceChanged(1, 1, 10, false)))
                .isEqualTo("The traffic runs at 10 × its recorded speed.");
        assertThat(words(new Event.PaceChanged(1, 1, 10, true))).isEqualTo("The traffic is held.");
        assertThat(words(new Event.PaceChanged(1, 1, 0, false)))
                .isEqualTo("The traffic runs as fast as it can.");
    }

    @Test
    void aRefreshIsToldOnceItIsOver() {
        assertThat(FeedWords.of(new Event.RefreshStarted(1, 1, REQUEST, "app-1", "k"))).isEmpty();
        assertThat(words(new Event.RefreshEnded(1, MILLI, 21 * MILLI, REQUEST, "app-1", "k", 4)))
                .isEqualTo("k was refreshed by its reader to v4 in 20.0 ms.");
        var work = new Cause.Background("refresh k", List.of(4L));
        assertThat(words(new Event.RefreshEnded(1, MILLI, 21 * MILLI, work, "app-1", "k", 4)))
                .isEqualTo("k was refreshed in the background to v4 in 20.0 ms.");
        assertThat(words(new Event.RefreshEnded(1, MILLI, 21 * MILLI, REQUEST, "app-1", "k", 0)))
                .isEqualTo("The refresh of k failed after 20.0 ms.");
    }

    @Test
    void theEndAndTheNewBeginningOfANodeAreTold() {
        assertThat(words(new Event.NodeStopped(1, 1, "app-1")))
                .isEqualTo("app-1 was killed, and all that it had in memory is gone.");
        assertThat(words(new Event.NodeStarted(1, 1, "app-1")))
                .isEqualTo("app-1 is started again.");
    }

    @Test
    void aCommitThatNobodyHeardOfIsTold() {
        var span = new Span(1, 0, 5, 9, REQUEST, "app-1", Tier.DATABASE, List.of());

        assertThat(words(new Event.CommitUnanswered(1, span, "k", 4)))
                .isEqualTo("k v4 was committed, but app-1 never got the answer.");
    }

    @Test
    void whatBecomesOfAPendingWriteIsTold() {
        assertThat(words(new Event.WriteDeadLettered(1, 1, BACKGROUND, "app-1", "k", 4, 5)))
                .isEqualTo("k v4 became a dead letter after 5 attempts.");
        assertThat(words(new Event.WriteLost(1, 1, BACKGROUND, "app-1", "k", 4)))
                .contains("k v4", "lost", "killed");
        assertThat(
                        words(
                                new Event.FlushRetried(
                                        1, 1, BACKGROUND, "app-1", 12, 2, 200 * MILLI, "locked")))
                .isEqualTo(
                        "A batch of 12 writes failed at attempt 2 and is tried again in 200 ms.");
        assertThat(words(new Event.BatchFlushed(1, span(BACKGROUND, Tier.DATABASE), 12, 8)))
                .isEqualTo("A batch of 12 writes went to the database as 8 rows.");
    }

    @Test
    void aMissOfWhatHadExpiredIsToldAndAPlainMissIsNot() {
        assertThat(words(read(Outcome.EXPIRED)))
                .isEqualTo("k had expired in Redis when app-1 asked for it.");
        assertThat(FeedWords.of(read(Outcome.MISS))).isEmpty();
    }

    @Test
    void anEntryThatTheCacheRefusedIsTold() {
        var refused = new Event.CacheWritten(1, span(REQUEST, Tier.REDIS), "k", 3, false, 9);
        assertThat(words(refused)).isEqualTo("Redis kept what it had of k and refused v3.");
    }

    @Test
    void anInvalidationThatWasOwedIsToldWhenItArrives() {
        assertThat(words(removed(BACKGROUND))).isEqualTo("Redis dropped its copy of k after all.");
        assertThat(FeedWords.of(removed(REQUEST))).isEmpty();
    }

    @Test
    void aWriteThatWasTakenBackIsTold() {
        var undone = new Event.RecordWritten(1, span(REQUEST, Tier.DATABASE), "k", 9, false, 8);
        assertThat(words(undone)).isEqualTo("v8 of k was taken back: v9 is as it was before.");
    }

    @Test
    void aMessageThatNeverComesIsTold() {
        var lost = new Event.MessageLost(1, 9, REQUEST, "app-2", "invalidations", 17);
        var foreign = new Event.MessageLost(1, 9, REQUEST, "app-2", "invalidations", -1);
        assertThat(words(lost)).isEqualTo("app-2 missed message 17 on invalidations for good.");
        assertThat(words(foreign)).isEqualTo("app-2 missed a message on invalidations for good.");
    }

    @Test
    void aLockReleasedTooLateIsTold() {
        var span = span(REQUEST, Tier.REDIS);
        assertThat(words(new Event.LockReleased(1, span, "k", "a", false)))
                .isEqualTo("app-1 came too late to release the lock of k: it had ended.");
        assertThat(words(new Event.LockReleased(1, span, "k", null, false)))
                .isEqualTo("app-1 deleted the lock of k, which nobody held.");
        assertThat(FeedWords.of(new Event.LockReleased(1, span, "k", "a", true))).isEmpty();
    }

    @Test
    void aKeyIsSaidInOneLineAndCutWhereItIsLong() {
        assertThat(FeedWords.quoted("a\nb\0c")).isEqualTo("a b c");
        assertThat(FeedWords.quoted("k".repeat(1_000_000))).hasSize(FeedWords.KEY_LENGTH_MAX);
    }

    @Test
    void aLongKeyIsSaidWithItsBeginningAndItsEnd() {
        assertThat(FeedWords.quoted("repository/org/apache/maven/commons-io/2.20.0/commons-io.jar"))
                .isEqualTo("repository/…io/2.20.0/commons-io.jar");
    }

    private static String words(Event event) {
        return FeedWords.of(event).orElseThrow().words();
    }

    private static Event ended(
            Operation operation, long version, boolean stale, @Nullable String failure) {
        return new Event.RequestEnded(
                1,
                9,
                7,
                "app-1",
                operation,
                "product:4711",
                0,
                0,
                operation == Operation.READ ? Answer.HIT : null,
                version,
                stale,
                stale ? 212 * MILLI : 0,
                false,
                failure);
    }

    private static Span span(Cause cause, Tier tier) {
        return new Span(1, 0, 9, 9, cause, "app-1", tier, List.of());
    }

    private static Event read(Outcome outcome) {
        return new Event.CacheRead(1, span(REQUEST, Tier.REDIS), "k", outcome, 0);
    }

    private static Event removed(Cause cause) {
        return new Event.CacheRemoved(1, span(cause, Tier.REDIS), "k", Removal.INVALIDATED, 3);
    }
}
