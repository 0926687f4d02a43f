package cachescope.app.controls;

import cachescope.app.axis.Stops;
import cachescope.engine.strategy.Cluster;
import cachescope.engine.strategy.Setting;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * A number of the strategy that can be set: by a slider with stops, or by writing it. Lengths of
 * time are nanoseconds.
 */
public enum Dial {
    TIME_TO_LIVE(
            Setting.TTL,
            "TTL",
            "How long an entry lives in the cache; 0 keeps it for ever.",
            Unit.ENDLESS_TIME,
            millis(
                    20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 10e3, 20e3, 30e3, 60e3, 120e3, 300e3,
                    600e3, 1.8e6, 3.6e6, 7.2e6, 2.16e7, 8.64e7),
            strategy -> strategy.timeToLive().toNanos(),
            (strategy, value) -> strategy.withTimeToLive(time(value))),
    NEGATIVE_TIME_TO_LIVE(
            Setting.NEGATIVE_TTL,
            "Negative TTL",
            "How long it is remembered that there is no record; off asks the database every time.",
            Unit.OPTIONAL_TIME,
            millis(0, 100, 200, 500, 1e3, 2e3, 5e3, 10e3, 30e3, 60e3, 300e3, 600e3, 3.6e6),
            strategy -> strategy.negativeTimeToLive().toNanos(),
            (strategy, value) -> strategy.withNegativeTimeToLive(time(value))),
    JITTER(
            Setting.JITTER,
            "Jitter",
            "The largest share of the TTL by which an entry lives longer or shorter.",
            Unit.SHARE,
            Stops.at(0, 0.05, 0.1, 0.2, 0.3, 0.5),
            strategy -> strategy.expiry().jitter(),
            (strategy, value) -> strategy.withExpiry(strategy.expiry().withJitter(value))),
    BETA(
            Setting.BETA,
            "Beta",
            "More makes early loads come earlier, less makes them come later; 1 is usual.",
            Unit.FACTOR,
            Stops.at(0.1, 0.2, 0.5, 1, 2, 5, 10),
            strategy -> strategy.guard().beta(),
            (strategy, value) -> strategy.withGuard(strategy.guard().withBeta(value))),
    LOCK_TIME(
            Setting.LOCK_TTL,
            "Lock TTL",
            "For how long a lock or a lease is taken; a load that takes longer may lose it.",
            Unit.TIME,
            millis(20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 10e3, 30e3, 60e3),
            strategy -> strategy.guard().lockTime().toNanos(),
            (strategy, value) -> strategy.withGuard(strategy.guard().withLockTime(time(value)))),
    LOCK_WAIT(
            Setting.LOCK_WAIT,
            "Lock wait",
            "The longest that a reader waits for the load of another.",
            Unit.TIME,
            millis(20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 10e3),
            strategy -> strategy.guard().lockWait().toNanos(),
            (strategy, value) -> strategy.withGuard(strategy.guard().withLockWait(time(value)))),
    NODES(
            Setting.NODES,
            "Application nodes",
            "How many nodes of the application serve the requests.",
            Unit.COUNT,
            Stops.at(1, 2, 3, 4, 5, 6, 8, 10, 12, 14, Cluster.NODES_MAX),
            strategy -> strategy.cluster().nodes(),
            (strategy, value) -> strategy.withCluster(strategy.cluster().withNodes(count(value)))),
    NEAR_CAPACITY(
            Setting.NEAR_CACHE,
            "Near cache, entries",
            "The most entries that each node keeps in its own memory; at 0 it asks Redis every time.",
            Unit.OPTIONAL_COUNT,
            Stops.at(0, 16, 32, 64, 128, 256, 512, 1_024, 4_096, 16_384),
            strategy -> strategy.cluster().nearCapacity(),
            (strategy, value) ->
                    strategy.withCluster(strategy.cluster().withNearCapacity(count(value)))),
    NEAR_TIME_TO_LIVE(
            Setting.NEAR_TTL,
            "Near TTL",
            "How long an entry lives in a near cache at most: it bounds how old a copy gets that nobody told of a write.",
            Unit.NEAR_TIME,
            nearMillis(100, 200, 500, 1e3, 2e3, 5e3, 10e3, 30e3, 60e3, 300e3),
            strategy -> NearTimes.of(strategy.cluster()),
            (strategy, value) -> strategy.withCluster(NearTimes.with(strategy.cluster(), value))),
    REFRESH_AT(
            Setting.REFRESH_AT,
            "Refresh after",
            "The share of its TTL after which a read makes an entry be loaded again in the background.",
            Unit.SHARE,
            Stops.at(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95),
            Strategy::refreshAt,
            Strategy::withRefreshAt),
    WRITE_DELAY(
            Setting.WRITE_DELAY,
            "Write delay",
            "How long a write may wait for others before its batch goes to the database.",
            Unit.TIME,
            millis(0, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 10e3, 30e3),
            strategy -> strategy.writeQueue().delay().toNanos(),
            (strategy, value) ->
                    strategy.withWriteQueue(strategy.writeQueue().withDelay(time(value)))),
    WRITE_BATCH(
            Setting.WRITE_BATCH,
            "Batch",
            "The most writes that one transaction commits.",
            Unit.COUNT,
            Stops.at(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000),
            strategy -> strategy.writeQueue().batch(),
            (strategy, value) ->
                    strategy.withWriteQueue(strategy.writeQueue().withBatch(count(value)))),
    WRITE_CAPACITY(
            Setting.WRITE_QUEUE,
            "Queue",
            "The most keys that may wait to be written; a write beyond that waits.",
            Unit.COUNT,
            Stops.at(1, 10, 100, 1_000, 10_000, 100_000),
            strategy -> strategy.writeQueue().capacity(),
            (strategy, value) ->
                    strategy.withWriteQueue(strategy.writeQueue().withCapacity(count(value)))),
    DATABASE_DELAY(
            Setting.DATABASE_DELAY,
            "Added delay",
            "Added to every database call, as a network and a query would: a local SQLite is faster than any cache.",
            Unit.TIME,
            millis(0, 1, 2, 5, 10, 20, 50, 100, 200, 500),
            strategy -> strategy.databaseDelay().toNanos(),
            (strategy, value) -> strategy.withDatabaseDelay(time(value))),
    CONCURRENCY(
            Setting.CONCURRENCY,
            "Concurrency",
            "The most requests in flight at once; others wait to be let in.",
            Unit.COUNT,
            Stops.at(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024),
            Strategy::concurrency,
            (strategy, value) -> strategy.withConcurrency(count(value))),
    CACHE_CAPACITY(
            Setting.CACHE_CAPACITY,
            "Cache, entries",
            "The most entries in the shared cache, beyond which it evicts; 0 takes as many as come.",
            Unit.ENDLESS_COUNT,
            Stops.at(0, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 10e3, 100e3, 1e6, 10e6),
            strategy -> strategy.conditions().cacheCapacity(),
            (strategy, value) ->
                    strategy.withConditions(strategy.conditions().withCacheCapacity(count(value))));

    private final Setting setting;
    private final String title;
    private final String sentence;
    private final Unit unit;
    private final Stops stops;
    private final ToDoubleFunction<Strategy> getter;
    private final BiFunction<Strategy, Double, Strategy> setter;

    Dial(
            Setting setting,
            String title,
            String sentence,
            Unit unit,
            Stops stops,
            ToDoubleFunction<Strategy> getter,
            BiFunction<Strategy, Double, Strategy> setter) {
        this.setting = setting;
        this.title = title;
        this.sentence = sentence;
        this.unit = unit;
        this.stops = stops;
        this.getter = getter;
        this.setter = setter;
    }

    /** The setting of the strategy that it sets. */
    public Setting setting() {
        return setting;
    }

    public String title() {
        return title;
    }

    /** What it sets, in a sentence. */
    public String sentence() {
        return sentence;
    }

    public Unit unit() {
        return unit;
    }

    public Stops stops() {
        return stops;
    }

    public double of(Strategy strategy) {
        return getter.applyAsDouble(strategy);
    }

    /** The same strategy with another value. */
    public Strategy with(Strategy strategy, double value) {
        return setter.apply(strategy, value);
    }

    private static Stops millis(double... millis) {
        var nanos = new double[millis.length];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = millis[i] * 1e6;
        }
        return Stops.at(nanos);
    }

    /** The same between "as the TTL" and "for ever". */
    private static Stops nearMillis(double... millis) {
        var nanos = new double[millis.length + 2];
        nanos[0] = NearTimes.AS_TTL;
        for (int i = 0; i < millis.length; i++) {
            nanos[i + 1] = millis[i] * 1e6;
        }
        nanos[nanos.length - 1] = NearTimes.FOR_EVER;
        return Stops.at(nanos);
    }

    private static Duration time(double nanos) {
        return Duration.ofNanos(Math.round(nanos));
    }

    private static int count(double value) {
        return (int) Math.round(value);
    }
}
