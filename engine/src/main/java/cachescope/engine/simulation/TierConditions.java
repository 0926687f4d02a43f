package cachescope.engine.simulation;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Tier;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.fault.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the calls of a tier meet in the simulated world: each takes its time, half of it on the way
 * there and half on the way back, and some go wrong.
 *
 * <p>A caller waits for an answer at most as long as it would for a real one. A call that would
 * take longer has its effect if it is there by then, and its caller does not learn of it.
 */
public final class TierConditions implements Fault.Choice {
    /** How long a caller waits for an answer of the cache. */
    public static final Duration CACHE_TIME_OUT = Duration.ofSeconds(2);

    /** How long a caller waits for an answer of the database. */
    public static final Duration DATABASE_TIME_OUT = Duration.ofSeconds(30);

    private final Tier tier;
    private final Tasks tasks;
    private final long timeOut;
    private final RandomGenerator latencies;
    private final RandomGenerator chances;
    private Conditions conditions = Conditions.DEFAULT;
    private List<FaultRule.OfTier> rules = List.of();
    private volatile long pausedUntil;

    public TierConditions(Tier tier, Tasks tasks) {
        this.tier = tier;
        this.tasks = tasks;
        this.timeOut = (tier == Tier.DATABASE ? DATABASE_TIME_OUT : CACHE_TIME_OUT).toNanos();
        this.latencies = tasks.random("latency of " + tier);
        this.chances = tasks.random("faults of " + tier);
    }

    /** Lets the calls from now on meet other conditions. */
    public void change(Conditions next) {
        conditions = next;
        rules =
                next.faults().stream()
                        .filter(FaultRule.OfTier.class::isInstance)
                        .map(FaultRule.OfTier.class::cast)
                        .filter(rule -> rule.tier() == tier)
                        .toList();
    }

    /** Lets calls wait for their effect until that time from now is over. */
    public void pause(Duration time) {
        pausedUntil = tasks.now() + time.toNanos();
    }

    /** The worst that the rules in force have for a call: the first that refuses or loses it. */
    @Override
    public Fault of(CallKind kind, String key) {
        long now = tasks.now();
        double nanos = conditions.latency().of(tier).draw(latencies);
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof FaultRule.Slow slow && slow.span().contains(now)) {
                nanos *= slow.factor();
            }
        }
        long latency = (long) Math.min(nanos, Long.MAX_VALUE);
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            if (rule.span().contains(now) && strikes(rule)) {
                return fault(rule, latency);
            }
        }
        return onItsWay(latency, Math.max(0, pausedUntil - now));
    }

    private boolean strikes(FaultRule.OfTier rule) {
        return switch (rule) {
            case FaultRule.Down _ -> true;
            case FaultRule.Slow _ -> false;
            case FaultRule.Fails fails -> fails.chance().happens(chances);
            case FaultRule.LostBefore lost -> lost.chance().happens(chances);
            case FaultRule.LostAfter lost -> lost.chance().happens(chances);
        };
    }

    private Fault fault(FaultRule.OfTier rule, long latency) {
        return switch (rule) {
            case FaultRule.Down _ -> refused(latency, " is down.");
            case FaultRule.Fails _ -> refused(latency, " refused the call.");
            case FaultRule.LostBefore _ -> new Fault.CallLost(Duration.ofNanos(timeOut));
            case FaultRule.LostAfter _ -> answerLost(latency / 2);
            case FaultRule.Slow _ -> onItsWay(latency, 0);
        };
    }

    /** A call that waits for a pause to be over before it takes effect. */
    private Fault onItsWay(long latency, long pause) {
        long back = latency - latency / 2;
        long there = latency / 2 + Math.min(pause, timeOut);
        if (there + back > timeOut) {
            return answerLost(there);
        }
        return tier == Tier.NEAR_CACHE
                ? new Fault.Delayed(Duration.ofNanos(there + back)) // memory has no way back
                : new Fault.Delayed(Duration.ofNanos(there), Duration.ofNanos(back));
    }

    private Fault answerLost(long there) {
        return there > timeOut
                ? new Fault.CallLost(Duration.ofNanos(timeOut))
                : new Fault.AnswerLost(Duration.ofNanos(there), Duration.ofNanos(timeOut - there));
    }

    private Fault refused(long latency, String why) {
        var name = tier == Tier.DATABASE ? "The simulated database" : "The simulated Redis";
        return new Fault.Refused(Duration.ofNanos(Math.min(latency, timeOut)), name + why);
    }
}
