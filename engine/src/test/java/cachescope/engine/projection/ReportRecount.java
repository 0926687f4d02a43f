package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Works the figures of a report out again from nothing but a log, slowly and plainly, and compares.
 * Staleness is judged by the commits that the log holds, not by what the events of reads say.
 */
public final class ReportRecount {
    private final Map<Class<?>, List<Event>> byType;

    public ReportRecount(List<Event> events) {
        byType = events.stream().collect(Collectors.groupingBy(Event::getClass));
    }

    /** Fails unless every figure of the report is the one that the log gives. */
    public void assertAgrees(Report report) {
        assertCounts(report);
        assertDatabase(report);
        assertStaleness(report);
        assertStampedes(report);
        assertMessages(report);
        assertQueue(report);
        assertFailures(report);
        assertLatencies(report);
    }

    private void assertCounts(Report report) {
        assertThat(report.requests()).as("requests").isEqualTo(ends(_ -> true));
        assertThat(report.reads())
                .as("reads")
                .isEqualTo(ends(end -> end.operation() == Operation.READ));
        assertThat(report.writes())
                .as("writes")
                .isEqualTo(ends(end -> end.operation() == Operation.WRITE));
        assertThat(report.deletes())
                .as("deletes")
                .isEqualTo(ends(end -> end.operation() == Operation.DELETE));
        assertThat(report.hits()).as("hits").isEqualTo(ends(end -> end.answer() == Answer.HIT));
        assertThat(report.misses())
                .as("misses")
                .isEqualTo(ends(end -> end.answer() == Answer.MISS));
        assertThat(report.unanswered())
                .as("unanswered")
                .isEqualTo(ends(end -> end.answer() == Answer.UNANSWERED));
        assertThat(report.hits() + report.misses() + report.unanswered()).isEqualTo(report.reads());
        var redis = Objects.requireNonNull(report.tiers().get(Tier.REDIS));
        assertThat(redis.hits()).as("redis hits").isEqualTo(firstLookUps(Outcome.HIT));
        assertThat(redis.expirations())
                .as("redis expirations")
                .isEqualTo(firstLookUps(Outcome.EXPIRED));
        assertThat(redis.misses())
                .as("redis misses")
                .isEqualTo(firstLookUps(Outcome.MISS) + firstLookUps(Outcome.EXPIRED));
    }

    /** How many reads that ended had this come of the first time that they looked into Redis. */
    private long firstLookUps(Outcome outcome) {
        var first = new HashMap<Cause, Event.CacheRead>();
        all(Event.CacheRead.class).stream()
                .filter(read -> read.tier() == Tier.REDIS)
                .forEach(read -> first.putIfAbsent(read.cause(), read));
        return ends(end -> {
            var read = first.get(new Cause.Request(end.request()));
            return end.operation() == Operation.READ
                    && read != null
                    && read.seq() < end.seq()
                    && read.outcome() == outcome;
        });
    }

    private void assertDatabase(Report report) {
        long unbatched =
                all(Event.RecordWritten.class).stream().filter(write -> !write.batched()).count()
                        + all(Event.RecordRemoved.class).stream()
                                .filter(write -> !write.batched())
                                .count();
        assertThat(report.recordReads())
                .as("recordReads")
                .isEqualTo(all(Event.RecordRead.class).size());
        assertThat(report.recordWrites())
                .as("recordWrites")
                .isEqualTo(
                        all(Event.RecordWritten.class).size()
                                + all(Event.RecordRemoved.class).size()
                                + all(Event.CommitUnanswered.class).size());
        assertThat(report.recordBatches())
                .as("recordBatches")
                .isEqualTo(
                        unbatched
                                + all(Event.BatchFlushed.class).size()
                                + all(Event.CommitUnanswered.class).stream()
                                        .map(Event.CommitUnanswered::call)
                                        .distinct()
                                        .count());
        assertThat(report.earlyRefreshes())
                .as("earlyRefreshes")
                .isEqualTo(all(Event.RefreshStarted.class).size());
        assertThat(report.lockWaits())
                .as("lockWaits")
                .isEqualTo(
                        all(Event.WaitStarted.class).stream()
                                .filter(wait -> wait.reason().matches("the (lock|lease) is held"))
                                .count());
        assertThat(report.lockTimeouts())
                .as("lockTimeouts")
                .isEqualTo(all(Event.LockTimedOut.class).size());
    }

    private void assertStaleness(Report report) {
        var ages = new ArrayList<Long>();
        var commits = commits().collect(Collectors.groupingBy(Commit::key));
        for (var end : all(Event.RequestEnded.class)) {
            boolean answered = end.operation() == Operation.READ && end.failure() == null;
            if (answered) {
                commits.getOrDefault(end.key(), List.of()).stream()
                        .filter(commit -> commit.version() > end.version())
                        .mapToLong(Commit::at)
                        .filter(at -> at < end.startedAt())
                        .min()
                        .ifPresent(overtaken -> ages.add(end.startedAt() - overtaken));
            }
        }
        var stats = ages.stream().mapToLong(Long::longValue).summaryStatistics();
        assertThat(report.staleReads()).as("staleReads").isEqualTo(stats.getCount());
        assertThat(report.meanStalenessMillis())
                .as("mean")
                .isCloseTo(stats.getAverage() / 1e6, within(1e-6));
        assertThat(report.maxStalenessMillis())
                .as("max")
                .isCloseTo(ages.isEmpty() ? 0 : stats.getMax() / 1e6, within(1e-6));
    }

    private record Commit(String key, long version, long at) {}

    private Stream<Commit> commits() {
        return Stream.of(
                        all(Event.RecordWritten.class).stream()
                                .map(it -> new Commit(it.key(), it.version(), it.at())),
                        all(Event.RecordRemoved.class).stream()
                                .map(it -> new Commit(it.key(), it.version(), it.at())),
                        all(Event.CommitUnanswered.class).stream()
                                .map(it -> new Commit(it.key(), it.version(), it.at())))
                .flatMap(Function.identity());
    }

    /**
     * A read of the database as the stretch of the log from its start to its end; it loads unless
     * it failed.
     */
    private record Read(String key, long from, long to, boolean loads) {}

    private void assertStampedes(Report report) {
        var reads = databaseReads();
        long duplicates = reads.stream().filter(read -> isDuplicate(reads, read)).count();
        long most =
                reads.stream()
                        .filter(Read::loads)
                        .mapToLong(read -> inFlightAt(reads, read))
                        .max()
                        .orElse(0);
        assertThat(report.duplicateLoads()).as("duplicateLoads").isEqualTo(duplicates);
        assertThat(report.maxConcurrentLoads()).as("maxConcurrentLoads").isEqualTo(most);
        assertThat(report.stampedes()).as("stampedes").isEqualTo(stretchesWithDuplicates(reads));
    }

    private List<Read> databaseReads() {
        var reads = new ArrayList<Read>();
        var ends = firstEnds();
        for (var call : all(Event.CallStarted.class)) {
            if (call.tier() == Tier.DATABASE && call.kind() == CallKind.READ) {
                var end = Objects.requireNonNull(ends.get(call.call()));
                boolean loads = end instanceof Event.RecordRead read && read.load();
                reads.add(new Read(call.key(), call.seq(), end.seq(), loads));
            }
        }
        return reads;
    }

    private Map<Long, Event.CallEnded> firstEnds() {
        return byType.values().stream()
                .flatMap(List::stream)
                .filter(Event.CallEnded.class::isInstance)
                .map(Event.CallEnded.class::cast)
                .collect(
                        Collectors.toMap(
                                Event.CallEnded::call,
                                Function.identity(),
                                BinaryOperator.minBy(Comparator.comparingLong(Event::seq))));
    }

    private static boolean isDuplicate(List<Read> reads, Read read) {
        return read.loads() && inFlightAt(reads, read) > 1;
    }

    private static long inFlightAt(List<Read> reads, Read read) {
        return reads.stream()
                .filter(other -> other.key().equals(read.key()))
                .filter(other -> other.from() <= read.from() && other.to() > read.from())
                .count();
    }

    /** How many stretches of overlapping reads of one key have a duplicate load among them. */
    private static long stretchesWithDuplicates(List<Read> reads) {
        var found = new HashSet<String>();
        for (var read : reads) {
            if (isDuplicate(reads, read)) {
                found.add(read.key() + " from " + stretchStart(reads, read));
            }
        }
        return found.size();
    }

    private static long stretchStart(List<Read> reads, Read read) {
        long start = read.from();
        for (boolean moved = true; moved; ) {
            long reached = start;
            long earliest =
                    reads.stream()
                            .filter(other -> other.key().equals(read.key()))
                            .filter(other -> other.from() < reached && other.to() > reached)
                            .mapToLong(Read::from)
                            .min()
                            .orElse(reached);
            moved = earliest < start;
            start = earliest;
        }
        return start;
    }

    private void assertMessages(Report report) {
        assertThat(report.messagesPublished()).isEqualTo(all(Event.MessagePublished.class).size());
        assertThat(report.messagesDelivered()).isEqualTo(all(Event.MessageDelivered.class).size());
        assertThat(report.messagesLost()).isEqualTo(all(Event.MessageLost.class).size());
        assertThat(report.entriesOrphaned()).isEqualTo(all(Event.EntryOrphaned.class).size());
    }

    private void assertQueue(Report report) {
        long flushed =
                all(Event.BatchFlushed.class).stream().mapToLong(Event.BatchFlushed::writes).sum();
        long lost =
                (long) all(Event.WriteLost.class).size()
                        + all(Event.WriteDeadLettered.class).size();
        assertThat(report.writesAcknowledged()).isEqualTo(all(Event.WriteQueued.class).size());
        assertThat(report.writesCoalesced()).isEqualTo(all(Event.WriteCoalesced.class).size());
        assertThat(report.writesFlushed()).isEqualTo(flushed);
        assertThat(report.writesLost()).isEqualTo(lost);
        assertThat(report.writesPending())
                .isEqualTo(report.writesAcknowledged() - flushed - report.writesCoalesced() - lost);
    }

    private void assertFailures(Report report) {
        var expected = new TreeMap<String, Long>();
        var calls = all(Event.TierFailed.class);
        calls.forEach(call -> expected.merge(call.failure(), 1L, Long::sum));
        all(Event.WriteDeadLettered.class)
                .forEach(_ -> expected.merge("WriteDeadLettered", 1L, Long::sum));
        var byCause = calls.stream().collect(Collectors.groupingBy(Event.TierFailed::cause));
        for (var end : all(Event.RequestEnded.class)) {
            var failure = end.failure();
            boolean passedOn =
                    byCause.getOrDefault(new Cause.Request(end.request()), List.of()).stream()
                            .anyMatch(call ->
                                    call.failure().equals(failure) && call.seq() < end.seq());
            if (failure != null && !passedOn) {
                expected.merge(failure, 1L, Long::sum);
            }
        }
        assertThat(report.failures()).as("failures").isEqualTo(expected);
    }

    private void assertLatencies(Report report) {
        var run = all(Event.RunStarted.class).getFirst();
        boolean fromStart = run.speed() == 0 && run.world().equals("live");
        var reads =
                all(Event.RequestEnded.class).stream()
                        .filter(end -> end.operation() == Operation.READ)
                        .mapToLong(
                                end -> end.at() - (fromStart ? end.startedAt() : end.arrivedAt()))
                        .sorted()
                        .toArray();
        if (reads.length > 0) {
            double median = reads[(reads.length + 1) / 2 - 1] / 1e3;
            double most = Arrays.stream(reads).max().getAsLong() / 1e3;
            assertThat(report.latencyMicros().read().p50())
                    .isCloseTo(median, within(median * 0.002 + 0.001));
            assertThat(report.latencyMicros().read().max())
                    .isCloseTo(most, within(most * 0.002 + 0.001));
        }
    }

    private long ends(Predicate<Event.RequestEnded> which) {
        return all(Event.RequestEnded.class).stream().filter(which).count();
    }

    private <E extends Event> List<E> all(Class<E> type) {
        return byType.getOrDefault(type, List.of()).stream().map(type::cast).toList();
    }
}
