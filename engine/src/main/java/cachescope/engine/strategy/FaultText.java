package cachescope.engine.strategy;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.fault.Chance;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.fault.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/**
 * Faults as people write them: who, what, how much, and when, such as {@code redis slow 10x
 * 2s..4s}. What is written is read back as the same.
 */
public final class FaultText {
    private FaultText() {}

    /** Reads a fault; throws with a sentence that says what was expected where. */
    public static FaultRule parse(String text) throws StrategyException {
        return new FaultReader(text).read();
    }

    /** Writes a fault. */
    public static String print(FaultRule fault) {
        var words =
                switch (fault) {
                    case FaultRule.Down down -> name(down.tier()) + " down";
                    case FaultRule.Slow slow ->
                            name(slow.tier()) + " slow " + number(slow.factor()) + "x";
                    case FaultRule.Fails fails ->
                            name(fails.tier()) + " fails " + print(fails.chance());
                    case FaultRule.LostBefore lost ->
                            name(lost.tier()) + " lost-before " + print(lost.chance());
                    case FaultRule.LostAfter lost ->
                            name(lost.tier()) + " lost-after " + print(lost.chance());
                    case FaultRule.NodeKilled killed -> "node " + killed.node() + " killed";
                    case FaultRule.MessagesLost lost -> "messages lost " + print(lost.chance());
                    case FaultRule.MessagesDelayed delayed ->
                            "messages delayed " + LatencyText.print(delayed.delay());
                    case FaultRule.MessagesOutOfOrder mixed ->
                            "messages out-of-order " + print(mixed.chance());
                };
        return words + print(fault.span());
    }

    static String name(Tier tier) {
        return tier.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String number(double factor) {
        return BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString();
    }

    /** Percent where that is exact, else a fraction. */
    private static String print(Chance chance) {
        long tens = chance.whole();
        for (int prime : new int[] {2, 5}) {
            while (tens % prime == 0) {
                tens /= prime;
            }
        }
        if (tens > 1) {
            return chance.part() + "/" + chance.whole();
        }
        var percent =
                BigDecimal.valueOf(chance.part())
                        .scaleByPowerOfTen(2)
                        .divide(BigDecimal.valueOf(chance.whole()));
        return percent.stripTrailingZeros().toPlainString() + "%";
    }

    private static String print(Span span) {
        if (span.equals(Span.WHOLE_RUN)) {
            return "";
        }
        var from = " " + Durations.print(Duration.ofNanos(span.from())) + "..";
        return span.to() == Span.END ? from : from + Durations.print(Duration.ofNanos(span.to()));
    }
}
