package cachescope.engine.run;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.port.RandomStream;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.FaultText;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.WriteQueue;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.latency.Uniform;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * A race that caching code has: a strategy under which it can happen, the fix that removes it, and
 * how it shows in what came of a run. In every run few keys are read and written by many at once;
 * then all is quiet until tombstones are gone, and then each key is read once more.
 */
record Race(
        String name, Fix fix, Strategy strategy, boolean emptyDatabase, Predicate<Outcome> shows) {
    private static final int KEYS = 3;
    private static final int BUSY = 120;
    private static final long SPACING_MAX = Duration.ofMillis(12).toNanos();
    private static final long QUIET = Duration.ofSeconds(15).toNanos();

    /** Entries that live for ever, so that what is wrong stays so. */
    static final Strategy FOR_EVER =
            Strategy.DEFAULT.withTimeToLive(Duration.ZERO).withConditions(conditions(0, List.of()));

    /** Locks that live shorter than most loads. */
    private static final Strategy LOCKED =
            FOR_EVER.withGuard(
                    FOR_EVER.guard()
                            .withName(GuardName.LOCK)
                            .withLockTime(millis(30))
                            .withLockWait(Duration.ofHours(1)));

    /** The races of the engine's fixes. */
    static List<Race> all() throws StrategyException {
        var behind = FOR_EVER.withPattern(PatternName.WRITE_BEHIND);
        var through = FOR_EVER.withPattern(PatternName.WRITE_THROUGH);
        return List.of(
                lasting("stale set", Fix.CHECKED_FILL, FOR_EVER),
                lasting(
                        "stale set, read-through",
                        Fix.CHECKED_FILL,
                        FOR_EVER.withPattern(PatternName.READ_THROUGH)),
                lasting("wrong order", Fix.DATABASE_FIRST, FOR_EVER),
                lasting(
                        "evicted version",
                        Fix.TOMBSTONE,
                        FOR_EVER.withOnWrite(OnWrite.UPDATE)
                                .withConditions(conditions(2, List.of()))),
                lasting("crossing writes", Fix.CHECKED_WRITE, through),
                new Race(
                        "cache first, database fails",
                        Fix.DATABASE_FIRST,
                        failing(through, "database fails 20%"),
                        false,
                        Race::servesWhatWasNeverCommitted),
                new Race(
                        "resurrection",
                        Fix.EXISTING_ONLY,
                        FOR_EVER.withPattern(PatternName.REFRESH_AHEAD)
                                .withTimeToLive(Duration.ofSeconds(5))
                                .withRefreshAt(0.001),
                        false,
                        Race::forgetsAnAnsweredWrite),
                new Race(
                        "resurrection, background",
                        Fix.EXISTING_ONLY,
                        FOR_EVER.withTimeToLive(millis(40))
                                .withGuard(FOR_EVER.guard().withName(GuardName.BACKGROUND)),
                        false,
                        Race::forgetsAnAnsweredWrite),
                new Race("lock expires", Fix.LOCK_RENEWAL, LOCKED, false, Race::loadsAtOnce),
                new Race(
                        "foreign release",
                        Fix.COMPARE_AND_DELETE,
                        LOCKED.without(Fix.LOCK_RENEWAL),
                        false,
                        Race::releasesAForeignLock),
                new Race(
                        "forgotten write",
                        Fix.FORGET_SAME_WRITE,
                        behind.withWriteQueue(queue(Duration.ofMillis(150), 10))
                                .withConditions(conditions(1, List.of())),
                        false,
                        Race::forgetsAPendingWrite),
                new Race(
                        "retry inversion",
                        Fix.ORDERED_RETRY,
                        failing(
                                behind.withWriteQueue(queue(Duration.ofMillis(20), 1)),
                                "database fails 20%"),
                        false,
                        Race::endsWithAnotherThanTheLastWrite),
                new Race(
                        "sticky nothing",
                        Fix.ABSENCE_ENDS_AT_CREATION,
                        FOR_EVER.withNegativeTimeToLive(Duration.ofHours(1)),
                        true,
                        Race::isStaleInTheEnd),
                lasting(
                        "error path",
                        Fix.RETRY_INVALIDATION,
                        failing(FOR_EVER, "redis fails 20%")));
    }

    private static Race lasting(String name, Fix fix, Strategy strategy) {
        return new Race(name, fix, strategy, false, Race::isStaleInTheEnd);
    }

    private static WriteQueue queue(Duration delay, int batch) {
        return new WriteQueue(delay, batch, 10, 9, Duration.ofMillis(30));
    }

    private static Conditions conditions(int capacity, List<FaultRule> faults) {
        var latency =
                LatencyModel.DEFAULT
                        .with(Tier.REDIS, new Uniform(Duration.ofNanos(500_000), millis(3)))
                        .with(Tier.DATABASE, new Uniform(millis(5), millis(60)));
        return new Conditions(latency, faults, capacity);
    }

    /** Something goes wrong while there is traffic, and not in the end. */
    private static Strategy failing(Strategy strategy, String fault) throws StrategyException {
        return strategy.withConditions(conditions(0, List.of(FaultText.parse(fault + " 0s..2s"))));
    }

    private static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }

    /** A run by a seed, with or without the fix. */
    Plan plan(long seed, boolean fixed) {
        return plan(fixed ? strategy : strategy.without(fix), emptyDatabase, seed);
    }

    static Plan plan(Strategy strategy, boolean emptyDatabase, long seed) {
        var random = RandomStream.of(seed, "race");
        var requests = new ArrayList<>(BusyPlan.mixed(random, BUSY, KEYS, SPACING_MAX));
        long end = requests.getLast().at() + QUIET;
        for (int key = 0; key < KEYS; key++) {
            requests.add(Request.of(end, Operation.READ, "key " + key));
        }
        return new Plan(
                strategy,
                MemoryTraffic.of(requests),
                1,
                Long.MAX_VALUE,
                seed,
                emptyDatabase,
                List.of());
    }

    /** Whether the last reads, when all has been quiet for long, are stale. */
    static boolean isStaleInTheEnd(Outcome outcome) {
        return outcome.stream(Event.RequestEnded.class)
                .anyMatch(end -> end.request() >= BUSY && end.stale());
    }

    /** Whether a read returned less than a write that had been answered before it started. */
    static boolean forgetsAnAnsweredWrite(Outcome outcome) {
        return forgets(outcome, _ -> true);
    }

    /** The same of a write that the database did not have yet. */
    static boolean forgetsAPendingWrite(Outcome outcome) {
        return forgets(outcome, read -> !read.stale());
    }

    /** Whether a key was loaded while it was being loaded. */
    private static boolean loadsAtOnce(Outcome outcome) {
        return outcome.report().maxConcurrentLoads() > 1;
    }

    /** Whether somebody released a lock that another had taken last. */
    private static boolean releasesAForeignLock(Outcome outcome) {
        var holders = new HashMap<String, Cause>();
        boolean foreign = false;
        var inEffect = new ArrayList<>(outcome.events());
        inEffect.sort(Comparator.comparingLong(Event::at));
        for (var event : inEffect) {
            switch (event) {
                case Event.LockTried lock when lock.taken() ->
                        holders.put(lock.key(), lock.cause());
                case Event.LockReleased lock when lock.released() ->
                        foreign |= !lock.cause().equals(holders.get(lock.key()));
                default -> {}
            }
        }
        return foreign;
    }

    private static boolean forgets(Outcome outcome, Predicate<Event.RequestEnded> which) {
        var ends = outcome.all(Event.RequestEnded.class);
        return ends.stream()
                .filter(read -> read.operation() == Operation.READ && read.failure() == null)
                .filter(which)
                .anyMatch(read ->
                        ends.stream()
                                .filter(end -> end.operation() != Operation.READ)
                                .filter(end -> end.failure() == null)
                                .filter(end -> end.key().equals(read.key()))
                                .filter(end -> end.at() < read.startedAt())
                                .anyMatch(end -> end.version() > read.version()));
    }

    /** Whether a read returned a version that the database did not have by then. */
    static boolean servesWhatWasNeverCommitted(Outcome outcome) {
        var commits = new CommitsInLog(outcome.events());
        return outcome.stream(Event.RequestEnded.class)
                .filter(end -> end.operation() == Operation.READ && end.failure() == null)
                .filter(end -> end.version() > 1)
                .anyMatch(end ->
                        !commits.contains(new CommitsInLog.Version(end.key(), end.version())));
    }

    /** Whether what is in the database in the end is not what was acknowledged last. */
    static boolean endsWithAnotherThanTheLastWrite(Outcome outcome) {
        for (int key = 0; key < KEYS; key++) {
            var name = "key " + key;
            var last =
                    outcome.stream(Event.WriteQueued.class)
                            .filter(write -> write.key().equals(name))
                            .max((a, b) -> Long.compare(a.version(), b.version()));
            if (last.isPresent()
                    && last.get().operation() == Operation.DELETE == isThere(outcome, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(Outcome outcome, String key) {
        boolean there = true;
        for (var event : outcome.events()) {
            there =
                    switch (event) {
                        case Event.RecordWritten write when write.key().equals(key) -> true;
                        case Event.RecordRemoved write when write.key().equals(key) -> false;
                        default -> there;
                    };
        }
        return there;
    }

    @Override
    public String toString() {
        return name + " (" + fix.label() + ")";
    }
}
