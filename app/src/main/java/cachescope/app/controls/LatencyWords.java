package cachescope.app.controls;

import cachescope.app.words.Counts;
import cachescope.app.words.TierWords;
import cachescope.app.words.Times;
import cachescope.engine.event.Tier;
import cachescope.engine.strategy.LatencyText;
import cachescope.engine.strategy.latency.Distribution;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.LogNormal;
import cachescope.engine.strategy.latency.Measured;
import cachescope.engine.strategy.latency.Uniform;
import cachescope.engine.strategy.measurement.LatencyMeasurement;
import java.util.List;
import java.util.stream.Collectors;

/** What a latency means, and what was measured, in words. */
final class LatencyWords {
    private static final String MEASURED = "measured";

    private LatencyWords() {}

    /** A latency as it is written in its field; what was measured cannot be written. */
    static String written(Distribution latency) {
        return latency instanceof Measured ? MEASURED : LatencyText.print(latency);
    }

    /** What a latency means. */
    static String meaning(Distribution latency) {
        return switch (latency) {
            case Fixed fixed ->
                    fixed.latency().isZero()
                            ? "no time"
                            : "always " + Times.roundLength(fixed.latency().toNanos());
            case Uniform uniform ->
                    "anything from %s to %s"
                            .formatted(
                                    Times.roundLength(uniform.from().toNanos()),
                                    Times.roundLength(uniform.to().toNanos()));
            case LogNormal logNormal ->
                    shares(logNormal.median().toNanos(), logNormal.p99().toNanos());
            case Measured measured -> shares(measured.quantile(0.5), measured.quantile(0.99));
        };
    }

    private static String shares(long median, long p99) {
        return "half within %s, 99 %% within %s"
                .formatted(Times.roundLength(median), Times.roundLength(p99));
    }

    /** What a measurement took from the calls of some tiers, and for which they were too few. */
    static String taken(LatencyMeasurement measurement, List<Tier> tiers) {
        var enough = tiers.stream().filter(tier -> isMeasured(measurement, tier)).toList();
        var tooFew = tiers.stream().filter(tier -> !isMeasured(measurement, tier)).toList();
        var words = enough.isEmpty() ? "" : "Measured " + list(measurement, enough) + ".";
        if (tooFew.isEmpty()) {
            return words;
        }
        return "%s Too few to measure %s; %s are needed."
                .formatted(words, list(measurement, tooFew), LatencyMeasurement.CALLS_MIN)
                .strip();
    }

    /** Whether there were enough calls of a tier. */
    static boolean isMeasured(LatencyMeasurement measurement, Tier tier) {
        return calls(measurement, tier) >= LatencyMeasurement.CALLS_MIN;
    }

    private static long calls(LatencyMeasurement measurement, Tier tier) {
        return measurement.calls().getOrDefault(tier, 0L);
    }

    private static String list(LatencyMeasurement measurement, List<Tier> tiers) {
        return tiers.stream()
                .map(tier ->
                        TierWords.name(tier)
                                + " from "
                                + Counts.of(calls(measurement, tier), "call", "calls"))
                .collect(Collectors.joining(" and "));
    }
}
