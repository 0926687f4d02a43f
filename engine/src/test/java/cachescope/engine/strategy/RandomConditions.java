package cachescope.engine.strategy;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.fault.Chance;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.fault.Span;
import cachescope.engine.strategy.latency.Distribution;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.latency.LogNormal;
import cachescope.engine.strategy.latency.Measured;
import cachescope.engine.strategy.latency.Uniform;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Conditions of any kind, by a seed. */
final class RandomConditions {
    private static final long LATENCY_MAX = Distribution.MAX.toNanos();

    private RandomConditions() {}

    static Conditions of(SplittableRandom random) {
        var model = LatencyModel.DEFAULT;
        for (var tier : LatencyModel.TIERS) {
            model = model.with(tier, random.nextInt(4) == 0 ? measured(random) : writable(random));
        }
        return new Conditions(model, faults(random), random.nextInt());
    }

    static Measured measured(SplittableRandom random) {
        long longest = nanos(random, LATENCY_MAX);
        return Measured.of(share -> Math.round(share * longest));
    }

    /** A distribution that can be written in a line. */
    static Distribution writable(SplittableRandom random) {
        long one = nanos(random, LATENCY_MAX - 2) + 1;
        var lower = Duration.ofNanos(one);
        var higher = Duration.ofNanos(one + 1 + random.nextLong(LATENCY_MAX - one));
        return switch (random.nextInt(3)) {
            case 0 -> new Fixed(Duration.ofNanos(one - 1));
            case 1 -> new Uniform(lower, higher);
            default -> new LogNormal(lower, higher);
        };
    }

    private static List<FaultRule> faults(SplittableRandom random) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(_ -> fault(random)).toList();
    }

    static FaultRule fault(SplittableRandom random) {
        var tier = random.nextBoolean() ? Tier.REDIS : Tier.DATABASE;
        var span = span(random);
        return switch (random.nextInt(9)) {
            case 0 -> new FaultRule.Down(tier, span);
            case 1 -> new FaultRule.Slow(tier, factor(random), span);
            case 2 -> new FaultRule.Fails(tier, chance(random), span);
            case 3 -> new FaultRule.LostBefore(tier, chance(random), span);
            case 4 -> new FaultRule.LostAfter(tier, chance(random), span);
            case 5 -> new FaultRule.NodeKilled(random.nextInt(1, 1_001), span);
            case 6 -> new FaultRule.MessagesLost(chance(random), span);
            case 7 -> new FaultRule.MessagesDelayed(writable(random), span);
            default -> new FaultRule.MessagesOutOfOrder(chance(random), span);
        };
    }

    private static double factor(SplittableRandom random) {
        return random.nextInt(1_001, FACTOR_THOUSANDTHS_MAX) / 1_000.0;
    }

    private static final int FACTOR_THOUSANDTHS_MAX = 1_000_000_000;

    private static Chance chance(SplittableRandom random) {
        long whole = 1 + nanos(random, Chance.WHOLE_MAX);
        return new Chance(random.nextLong(whole) + 1, whole);
    }

    private static Span span(SplittableRandom random) {
        long from = random.nextBoolean() ? 0 : nanos(random, Durations.MAX.toNanos() - 1);
        return random.nextBoolean()
                ? new Span(from, Span.END)
                : new Span(from, random.nextLong(from, Durations.MAX.toNanos()) + 1);
    }

    /** Below a bound, in all orders of magnitude. */
    private static long nanos(SplittableRandom random, long bound) {
        return random.nextLong(bound) >> random.nextInt(40);
    }
}
