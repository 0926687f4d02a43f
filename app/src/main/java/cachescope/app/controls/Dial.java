package cachescope.app.controls;

import cachescope.app.axis.Stops;
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
            "The most entries in the shared cache, which evicts the one that was used longest ago; 0 takes as many as come.",
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

    private static Duration time(double nanos) {
        return Duration.ofNanos(Math.round(nanos));
    }

    private static int count(double value) {
        return (int) Math.round(value);
    }
}
