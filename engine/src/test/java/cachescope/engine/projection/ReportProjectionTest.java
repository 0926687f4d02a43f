package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.JsonNodeFactory;

class ReportProjectionTest {
    static final RunFacts FACTS =
            new RunFacts(
                    new Report.Traffic("shop.jsonl", "jsonl", 2, 1, false, 1.5),
                    Duration.ofMillis(500),
                    "6.2.11",
                    "3.54.1",
                    List.of("mind the gap"));

    private final Script script = new Script().run("live", 1);

    static LongStream seeds() {
        var given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theReportAgreesWithACountOfTheSavedLog(long seed) {
        var events = new RandomRun(seed).events();
        var projection = new ReportProjection();
        events.forEach(projection);

        new ReportRecount(events).assertAgrees(projection.report(FACTS));
    }

    @Test
    void requestsAreCountedByKindAndAnswer() {
        script.read(0, "a", 0).ended(0, 1, Answer.HIT);
        script.read(1, "a", 0).ended(1, 1, Answer.MISS);
        script.read(2, "a", 0).ended(2, 1, Answer.MISS);
        script.read(3, "a", 0).ended(3, 1, Answer.UNANSWERED);
        script.request(4, Operation.WRITE, "a", 0, 0).ended(4, 1, null);
        script.request(5, Operation.DELETE, "a", 0, 0).ended(5, 1, null);

        var report = report();

        assertThat(report.requests()).isEqualTo(6);
        assertThat(report.reads()).isEqualTo(4);
        assertThat(report.writes()).isEqualTo(1);
        assertThat(report.deletes()).isEqualTo(1);
        assertThat(report.hits()).isEqualTo(1);
        assertThat(report.misses()).isEqualTo(2);
        assertThat(report.unanswered()).isEqualTo(1);
        assertThat(report.hitRatio()).isEqualTo(1.0 / 3);
        assertThat(report.requestsPerSecond()).isEqualTo(12);
    }

    @Test
    void aCommitThatNobodyWasToldOfCountsAmongTheRowsAndItsTransactionOnce() {
        var cause = new Cause.Background("flush", List.of(0L));
        var batch = new Span(3, 0, 5, 9, cause, "app-1", Tier.DATABASE, List.of());
        var single = new Span(4, 0, 7, 9, cause, "app-1", Tier.DATABASE, List.of());
        script.add(seq -> new Event.CommitUnanswered(seq, batch, "a", 2));
        script.add(seq -> new Event.CommitUnanswered(seq, batch, "b", 2));
        script.add(seq -> new Event.CommitUnanswered(seq, single, "b", 3));

        assertThat(report().recordWrites()).isEqualTo(3);
        assertThat(report().recordBatches()).isEqualTo(2);
    }

    @Test
    void aRatioOfNothingIsAbsent() {
        assertThat(report().hitRatio()).isNull();
        assertThat(report().json().get("hitRatio").isNull()).isTrue();
    }

    @Test
    void messagesAreCountedOnceAndTheirFatesOnceForEachReceiver() {
        script.request(0, Operation.WRITE, "a", 0, 0);
        var cause = new Cause.Request(0);
        var span = new Span(1, 0, 1, 2, cause, "app-1", Tier.REDIS, List.of());
        script.add(seq -> new Event.MessagePublished(seq, span, "c", 0, "a", 3));
        script.add(seq -> new Event.MessageDelivered(seq, 3, cause, "app-1", "c", 0));
        script.add(seq -> new Event.MessageDelivered(seq, 3, cause, "app-2", "c", 0));
        script.add(seq -> new Event.MessageLost(seq, 3, cause, "app-3", "c", 0));

        var report = report();

        assertThat(report.messagesPublished()).isEqualTo(1);
        assertThat(report.messagesDelivered()).isEqualTo(2);
        assertThat(report.messagesLost()).isEqualTo(1);
        assertThat(ReportText.of(report))
                .containsPattern("messages published +1  2 delivered, 1 lost");
    }

    @Test
    void ofEachReadTheFirstLookUpAtATierCounts() {
        script.read(0, "a", 0);
        script.call(1, 0, Tier.REDIS, CallKind.GET, "a", 1).lookedUp(1, 2, Outcome.EXPIRED);
        script.call(2, 0, Tier.REDIS, CallKind.GET, "a", 3).lookedUp(2, 4, Outcome.HIT);
        script.ended(0, 5, Answer.MISS);
        var refresh = new Cause.Background("refresh", List.of(0L));
        script.call(3, refresh, Tier.REDIS, CallKind.GET, "a", 6).lookedUp(3, 7, Outcome.HIT);
        script.call(4, refresh, Tier.REDIS, CallKind.REMOVE, "b", 8).evicted(4, 9);

        assertThat(report().tiers().get(Tier.REDIS)).isEqualTo(new Report.LookUps(0, 1, 0.0, 1, 1));
        assertThat(report().tiers().get(Tier.EDGE)).isEqualTo(new Report.LookUps(0, 0, null, 0, 0));
    }

    @Test
    void rowsAndTransactionsAreCounted() {
        script.request(0, Operation.WRITE, "a", 0, 0);
        script.call(1, 0, Tier.DATABASE, CallKind.WRITE, "a", 1)
                .recordWritten(1, "a", 2, 3, 2, false);
        script.call(
                2,
                new Cause.Background("flush", List.of(0L)),
                Tier.DATABASE,
                CallKind.FLUSH,
                "a",
                4);
        script.recordWritten(2, "a", 5, 6, 3, true)
                .recordWritten(2, "b", 5, 6, 2, true)
                .flushed(2, 6, 3, 2);
        script.load(3, 0, "a", 7, 8);

        assertThat(report().recordReads()).isEqualTo(1);
        assertThat(report().recordWrites()).isEqualTo(3);
        assertThat(report().recordBatches()).isEqualTo(2);
    }

    @Test
    void stalenessIsTheMeanAndTheMostOfStaleReadsOnly() {
        script.read(0, "a", 0).ended(0, 1, Answer.HIT, 1, 2_000_000, null);
        script.read(1, "a", 0).ended(1, 1, Answer.HIT, 1, 4_000_000, null);
        script.read(2, "a", 0).ended(2, 1, Answer.HIT, 2, 0, null);

        assertThat(report().staleReads()).isEqualTo(2);
        assertThat(report().meanStalenessMillis()).isEqualTo(3);
        assertThat(report().maxStalenessMillis()).isEqualTo(4);
    }

    @Test
    void loadsOfAKeyThatOverlapAreOneStampede() {
        loadStarts(1, "hot", 0).loadStarts(2, "hot", 1).loadStarts(3, "hot", 2);
        script.recordRead(1, 3, true).recordRead(2, 4, true).recordRead(3, 5, true);
        loadStarts(4, "cold", 0);
        script.recordRead(4, 6, true);
        loadStarts(5, "hot", 7);
        script.recordRead(5, 8, true);

        assertThat(report().stampedes()).isEqualTo(1);
        assertThat(report().duplicateLoads()).isEqualTo(2);
        assertThat(report().maxConcurrentLoads()).isEqualTo(3);
    }

    @Test
    void readsThatFillNoCacheAreNoStampede() {
        loadStarts(1, "hot", 0).loadStarts(2, "hot", 1);
        script.recordRead(1, 2, false).recordRead(2, 3, false);

        assertThat(report().stampedes()).isZero();
        assertThat(report().maxConcurrentLoads()).isZero();
        assertThat(report().duplicateLoads()).isZero();
    }

    @Test
    void aFailureThatARequestOnlyPassesOnCountsOnce() {
        script.read(0, "a", 0);
        script.call(1, 0, Tier.REDIS, CallKind.GET, "a", 1).callFailed(1, 2, "CacheUnavailable");
        script.call(2, 0, Tier.DATABASE, CallKind.READ, "a", 3)
                .callFailed(2, 4, "DatabaseUnavailable");
        script.failed(0, 5, Answer.UNANSWERED, "DatabaseUnavailable");
        script.request(1, Operation.WRITE, "a", 6, 6);
        script.call(3, 1, Tier.REDIS, CallKind.PUT, "a", 7).callFailed(3, 8, "CacheUnavailable");
        script.failed(1, 9, null, "WriteRejected");

        assertThat(report().failures())
                .containsExactly(
                        Map.entry("CacheUnavailable", 2L),
                        Map.entry("DatabaseUnavailable", 1L),
                        Map.entry("WriteRejected", 1L));
    }

    @Test
    void acknowledgedWritesAreFlushedCoalescedLostOrPending() {
        for (int i = 0; i < 10; i++) {
            script.request(i, Operation.WRITE, "k" + i, i, i).queued(i, "k" + i, 2, 1, i);
        }
        script.coalesced(0, "k0", 2, 3, 20);
        script.call(
                1,
                new Cause.Background("flush", List.of()),
                Tier.DATABASE,
                CallKind.FLUSH,
                "k",
                21);
        script.flushed(1, 22, 5, 4);
        script.add(seq -> new Event.WriteLost(seq, 23, new Cause.Request(7), "app-1", "k7", 2));
        script.add(seq ->
                new Event.WriteDeadLettered(seq, 23, new Cause.Request(8), "app-1", "k8", 2, 5));

        var report = report();
        assertThat(report.writesAcknowledged()).isEqualTo(10);
        assertThat(report.writesCoalesced()).isEqualTo(1);
        assertThat(report.writesFlushed()).isEqualTo(5);
        assertThat(report.writesLost()).isEqualTo(2);
        assertThat(report.writesPending()).isEqualTo(2);
        assertThat(report.failures()).containsEntry(FailureCounts.DEAD_LETTER, 1L);
    }

    @Test
    void whatGuardsDoIsCounted() {
        var reader = new Cause.Request(0);
        script.read(0, "a", 0);
        for (var reason :
                List.of("the lock is held", "the lease is held", "the write queue is full")) {
            script.add(seq -> new Event.WaitStarted(seq, 1, reader, "app-1", "a", reason));
            script.add(seq -> new Event.WaitEnded(seq, 1, 2, reader, "app-1", "a", reason));
        }
        script.add(seq -> new Event.LockTimedOut(seq, 1, 2, reader, "app-1", "a"));
        script.add(seq -> new Event.RefreshStarted(seq, 3, reader, "app-1", "a"));
        script.add(seq -> new Event.LateRefreshStarted(seq, 4, reader, "app-1", "a"));
        script.add(seq -> new Event.GraceServed(seq, 4, reader, "app-1", "a", 1, 2));

        var report = report();

        assertThat(report.lockWaits()).isEqualTo(2);
        assertThat(report.lockTimeouts()).isEqualTo(1);
        assertThat(report.earlyRefreshes()).isEqualTo(1);
        assertThat(ReportText.of(report))
                .containsPattern("early refreshes +1")
                .containsPattern("lock waits +2  1 of them given up");
    }

    @Test
    void latencyRunsFromArrivalSoThatAJamShows() {
        script.request(0, Operation.READ, "a", 1_000_000, 9_000_000)
                .ended(0, 10_000_000, Answer.HIT);

        assertThat(report().latencyMicros().read().max()).isEqualTo(9_000);
    }

    @Test
    void latencyRunsFromTheStartAtFullSpeed() {
        var fast = new Script().run("live", 0);
        fast.request(0, Operation.WRITE, "a", 1_000_000, 9_000_000).ended(0, 10_000_000, null);

        var report = fast.fold(new ReportProjection()).report(FACTS);

        assertThat(report.latencyMicros().write().p50()).isCloseTo(1_000, within(1.0));
        assertThat(report.speed()).isEqualTo("max");
    }

    @Test
    void noPercentileIsAboveTheLongestLatency() {
        script.request(0, Operation.READ, "a", 0, 0).ended(0, 75_217_200, Answer.HIT);

        var latencies = report().latencyMicros().read();
        assertThat(latencies.max()).isEqualTo(75_217.2);
        assertThat(latencies.p999()).isEqualTo(75_217.2);
    }

    @Test
    void aChangeOfStrategyIsAWarning() {
        var strategy = JsonNodeFactory.instance.objectNode();
        script.add(seq -> new Event.StrategyChanged(seq, 5, "TTL 60 s to 5 s", strategy));

        assertThat(report().warnings())
                .containsExactly(
                        "mind the gap",
                        "The strategy was changed during the run (changes: 1): the figures are of all of it, the"
                                + " strategy is the first.");
    }

    @Test
    void theObjectHasTheDocumentedFieldsInTheirOrder() {
        assertThat(report().json().propertyNames())
                .containsExactly(
                        ("requests reads writes deletes hits misses unanswered hitRatio tiers recordReads"
                                        + " recordWrites recordBatches staleReads maxStalenessMillis meanStalenessMillis"
                                        + " unflushedReads stampedes maxConcurrentLoads duplicateLoads earlyRefreshes"
                                        + " lockWaits lockTimeouts messagesPublished messagesDelivered messagesLost"
                                        + " entriesOrphaned orphanedBytesMax"
                                        + " writesAcknowledged writesFlushed writesCoalesced writesPending writesLost"
                                        + " failures warnings latencyMicros elapsedSeconds requestsPerSecond world seed"
                                        + " speed strategy redisVersion sqliteVersion traffic")
                                .split(" "));
        assertThat(report().json().get("tiers").get("REDIS").propertyNames())
                .containsExactly("hits", "misses", "hitRatio", "evictions", "expirations");
        assertThat(report().json().get("latencyMicros").get("read").propertyNames())
                .containsExactly("p50", "p90", "p99", "p999", "max");
        assertThat(report().json().get("traffic").propertyNames())
                .containsExactly(
                        "file",
                        "format",
                        "requests",
                        "uniqueKeys",
                        "uniqueKeysEstimated",
                        "seconds");
    }

    @Test
    void clearingForgetsEverything() {
        script.read(0, "a", 0).ended(0, 1, Answer.HIT);
        var projection = script.fold(new ReportProjection());

        projection.clear();

        assertThat(projection.report(FACTS)).isEqualTo(new ReportProjection().report(FACTS));
    }

    private ReportProjectionTest loadStarts(long call, String key, long at) {
        script.call(call, call, Tier.DATABASE, CallKind.READ, key, at);
        return this;
    }

    private Report report() {
        return script.fold(new ReportProjection()).report(FACTS);
    }
}
