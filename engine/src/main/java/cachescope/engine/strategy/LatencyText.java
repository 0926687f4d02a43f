package cachescope.engine.strategy;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.latency.Distribution;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.latency.LogNormal;
import cachescope.engine.strategy.latency.Measured;
import cachescope.engine.strategy.latency.TierLatency;
import cachescope.engine.strategy.latency.Uniform;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Latencies as people write them: {@code 1ms} is always the same, {@code 10ms..100ms} is anything
 * from the one to the other, and {@code p50:1ms/p99:5ms} is log-normal with that median and that
 * 99th percentile. What is written is read back as the same, but for what was measured: a table is
 * not written in a line.
 */
public final class LatencyText {
    /** What is expected where a latency is. */
    static final String EXPECTED = "a latency such as 1ms, 10ms..100ms or p50:1ms/p99:5ms";

    private static final Pattern UNIFORM = Pattern.compile("(.+?)\\.\\.(.+)");
    private static final Pattern LOG_NORMAL = Pattern.compile("p50:([^/]+)/p99:(.+)");
    private static final Pattern DURATION = Pattern.compile("-?[0-9].*");

    private LatencyText() {}

    /** Reads a latency of a tier, such as {@code REDIS=1ms}. */
    public static TierLatency parseTier(String text) throws StrategyException {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new StrategyException(
                    "expected a tier and its latency such as REDIS=1ms, but found "
                            + Quoted.of(text));
        }
        var tier = tier(text.substring(0, equals).strip());
        try {
            return new TierLatency(tier, parse(text.substring(equals + 1).strip()));
        } catch (StrategyException wrong) {
            throw new StrategyException(tier + ": " + wrong.getMessage(), wrong);
        }
    }

    /** The tier of a name, in capitals or not. */
    static Tier tier(String name) throws StrategyException {
        var plain = name.toUpperCase(Locale.ROOT).replace('-', '_');
        for (var tier : LatencyModel.TIERS) {
            if (tier.name().equals(plain)) {
                return tier;
            }
        }
        throw Labels.unknown(name, LatencyModel.TIERS.stream().map(Tier::name).toList());
    }

    /** Reads a latency. */
    public static Distribution parse(String text) throws StrategyException {
        var uniform = UNIFORM.matcher(text);
        var logNormal = LOG_NORMAL.matcher(text);
        try {
            if (logNormal.matches()) {
                return new LogNormal(
                        duration(logNormal.group(1), text), duration(logNormal.group(2), text));
            }
            if (uniform.matches()) {
                return new Uniform(
                        duration(uniform.group(1), text), duration(uniform.group(2), text));
            }
            return new Fixed(duration(text, text));
        } catch (IllegalArgumentException wrong) {
            throw new StrategyException(
                    "%s, but found %s".formatted(wrong.getMessage(), Quoted.of(text)), wrong);
        }
    }

    private static Duration duration(String part, String text) throws StrategyException {
        if (DURATION.matcher(part).matches()) {
            return Durations.parse(part);
        }
        throw new StrategyException(
                "expected %s, but found %s".formatted(EXPECTED, Quoted.of(text)));
    }

    /** Writes a latency. */
    public static String print(Distribution latency) {
        return switch (latency) {
            case Fixed fixed -> Durations.print(fixed.latency());
            case Uniform uniform ->
                    Durations.print(uniform.from()) + ".." + Durations.print(uniform.to());
            case LogNormal logNormal ->
                    "p50:%s/p99:%s"
                            .formatted(
                                    Durations.print(logNormal.median()),
                                    Durations.print(logNormal.p99()));
            case Measured measured ->
                    "measured p50:%s/p99:%s"
                            .formatted(quantile(measured, 0.5), quantile(measured, 0.99));
        };
    }

    private static String quantile(Measured measured, double share) {
        return Durations.print(Duration.ofNanos(measured.quantile(share)));
    }

    /** Writes a whole model, tier by tier. */
    public static String print(LatencyModel model) {
        return print(model, LatencyModel.TIERS);
    }

    /** Writes what a model says of some tiers. */
    public static String print(LatencyModel model, List<Tier> tiers) {
        return tiers.stream()
                .map(tier -> tier + "=" + print(model.of(tier)))
                .collect(Collectors.joining(", "));
    }
}
