package cachescope.engine.strategy.measurement;

import cachescope.engine.event.Event;
import cachescope.engine.event.Tier;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.StrategyJson;
import cachescope.engine.strategy.latency.Distribution;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.latency.Measured;
import java.util.EnumMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/**
 * How long the calls of each tier took that went well, in three significant digits and constant
 * memory. What the strategy added to calls of the database is taken off: who runs a strategy over
 * these latencies adds it again. That is the delay in force, so divided by the speed of the
 * traffic; and as a sleep ends late rather than early, a little of it is left in.
 */
final class CallDurations {
    private static final int DIGITS = 3;

    private final String log;
    private final Map<Tier, Histogram> durations = new EnumMap<>(Tier.class);
    private double speed;
    private long addedDelay;

    /** {@code log} is what messages call the log. */
    CallDurations(String log) {
        this.log = log;
        for (var tier : LatencyModel.TIERS) {
            durations.put(tier, new Histogram(1, Distribution.MAX.toNanos(), DIGITS));
        }
    }

    /** Throws if the event holds a strategy that cannot be read. */
    void add(Event event) throws StrategyException {
        switch (event) {
            case Event.RunStarted run -> {
                speed = run.speed();
                use(run.strategy());
            }
            case Event.PaceChanged pace -> speed = pace.speed();
            // A change of pace takes effect with the strategy's durations, which follow it.
            case Event.StrategyChanged change -> use(change.strategy());
            case Event.CallEnded call when call.isSuccess() -> count(call);
            default -> {
                // says nothing of how long a call took
            }
        }
    }

    private void use(JsonNode tree) throws StrategyException {
        var strategy = StrategyJson.read(log + ": the strategy of the run", tree.toString());
        addedDelay = delay(strategy, speed);
    }

    private static long delay(Strategy strategy, double speed) {
        double nanos = strategy.databaseDelay().toNanos();
        return Math.round(speed > 0 ? nanos / speed : nanos);
    }

    private void count(Event.CallEnded call) {
        var histogram = durations.get(call.tier());
        if (histogram != null) {
            long added = call.tier() == Tier.DATABASE ? addedDelay : 0;
            long nanos = call.endedAt() - call.startedAt() - added;
            histogram.recordValue(Math.clamp(nanos, 0, Distribution.MAX.toNanos()));
        }
    }

    /** How many calls of a tier were counted. */
    long count(Tier tier) {
        return histogram(tier).getTotalCount();
    }

    /** How long the calls of a tier took; there must have been one. */
    Measured distribution(Tier tier) {
        var histogram = histogram(tier);
        return Measured.of(share ->
                share == 0
                        ? histogram.getMinValue()
                        : Math.min(
                                histogram.getValueAtPercentile(share * 100),
                                histogram.getMaxValue()));
    }

    private Histogram histogram(Tier tier) {
        var histogram = durations.get(tier);
        if (histogram == null) {
            throw new IllegalArgumentException(tier + " is not called, so it has no latency");
        }
        return histogram;
    }
}
