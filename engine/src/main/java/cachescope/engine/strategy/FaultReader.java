package cachescope.engine.strategy;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.fault.Chance;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.fault.Span;
import cachescope.engine.strategy.latency.Distribution;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads one fault word by word, so that each complaint can say where it is. */
final class FaultReader {
    private static final String CHANCE = "a chance such as 1%, 1/100 or 1 in 100";
    private static final String SPAN = "a span such as 2s..4s or 2s..";
    private static final List<String> SUBJECTS = List.of("redis", "database", "node", "messages");
    private static final List<String> TIER_FAULTS =
            List.of("down", "slow", "fails", "lost-before", "lost-after");
    private static final List<String> NODE_FAULTS = List.of("killed");
    private static final List<String> MESSAGE_FAULTS = List.of("lost", "delayed", "out-of-order");

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,9})?)%");
    private static final Pattern FRACTION = Pattern.compile("([0-9]{1,10})/([0-9]{1,10})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
    private static final Pattern FACTOR = Pattern.compile("([0-9]{1,7}(?:\\.[0-9]{1,9})?)x");
    private static final Pattern FROM_TO = Pattern.compile("(.+?)\\.\\.(.*)");

    private final String text;
    private final Iterator<String> words;
    private String before = "";

    FaultReader(String text) {
        this.text = text;
        this.words = Arrays.asList(text.strip().toLowerCase(Locale.ROOT).split("\\s+")).iterator();
    }

    FaultRule read() throws StrategyException {
        try {
            var rule = rule();
            if (words.hasNext()) {
                throw complaint("the end", Quoted.of(words.next()));
            }
            return rule;
        } catch (IllegalArgumentException outOfBounds) {
            throw new StrategyException(
                    "%s, but found %s".formatted(outOfBounds.getMessage(), Quoted.of(text)),
                    outOfBounds);
        }
    }

    private FaultRule rule() throws StrategyException {
        return switch (oneOf(SUBJECTS)) {
            case "redis" -> ofTier(Tier.REDIS);
            case "database" -> ofTier(Tier.DATABASE);
            case "node" -> ofNode();
            default -> ofMessages();
        };
    }

    private FaultRule ofTier(Tier tier) throws StrategyException {
        return switch (oneOf(TIER_FAULTS)) {
            case "down" -> new FaultRule.Down(tier, span());
            case "slow" -> new FaultRule.Slow(tier, factor(), span());
            case "fails" -> new FaultRule.Fails(tier, chance(), span());
            case "lost-before" -> new FaultRule.LostBefore(tier, chance(), span());
            default -> new FaultRule.LostAfter(tier, chance(), span());
        };
    }

    private FaultRule ofNode() throws StrategyException {
        long node = number("a node's number such as 1");
        oneOf(NODE_FAULTS);
        return new FaultRule.NodeKilled((int) Math.min(node, Integer.MAX_VALUE), span());
    }

    private FaultRule ofMessages() throws StrategyException {
        return switch (oneOf(MESSAGE_FAULTS)) {
            case "lost" -> new FaultRule.MessagesLost(chance(), span());
            case "delayed" -> new FaultRule.MessagesDelayed(latency(), span());
            default -> new FaultRule.MessagesOutOfOrder(chance(), span());
        };
    }

    private Chance chance() throws StrategyException {
        var word = word(CHANCE);
        var percent = PERCENT.matcher(word);
        if (percent.matches()) {
            var number = new BigDecimal(percent.group(1));
            long whole = BigDecimal.valueOf(100).scaleByPowerOfTen(number.scale()).longValueExact();
            return new Chance(number.unscaledValue().longValueExact(), whole);
        }
        var fraction = FRACTION.matcher(word);
        if (fraction.matches()) {
            return new Chance(Long.parseLong(fraction.group(1)), Long.parseLong(fraction.group(2)));
        }
        if (!NUMBER.matcher(word).matches()) {
            throw complaint(CHANCE, Quoted.of(word));
        }
        before = word;
        oneOf(List.of("in"));
        return new Chance(Long.parseLong(word), number("a number such as 100"));
    }

    private double factor() throws StrategyException {
        var expected = "a factor such as 10x";
        var word = word(expected);
        var factor = FACTOR.matcher(word);
        if (!factor.matches()) {
            throw complaint(expected, Quoted.of(word));
        }
        before = word;
        return Double.parseDouble(factor.group(1));
    }

    private Distribution latency() throws StrategyException {
        var word = word(LatencyText.EXPECTED);
        before = word;
        return within(() -> LatencyText.parse(word));
    }

    private Span span() throws StrategyException {
        if (!words.hasNext()) {
            return Span.WHOLE_RUN;
        }
        var word = words.next();
        var span = FROM_TO.matcher(word);
        if (!span.matches()) {
            throw complaint(SPAN, Quoted.of(word));
        }
        before = word;
        long from = nanos(span.group(1));
        var to = span.group(2);
        return new Span(from, to.isEmpty() ? Span.END : nanos(to));
    }

    private long nanos(String duration) throws StrategyException {
        return within(() -> Durations.parse(duration)).toNanos();
    }

    /** Reads a part of a word. */
    @FunctionalInterface
    private interface Part<T> {
        T read() throws StrategyException;
    }

    /** Reads a part; a complaint about it says in which fault it is. */
    private <T> T within(Part<T> part) throws StrategyException {
        try {
            return part.read();
        } catch (StrategyException wrong) {
            throw new StrategyException(Quoted.of(text) + ": " + wrong.getMessage(), wrong);
        }
    }

    private long number(String expected) throws StrategyException {
        var word = word(expected);
        if (!NUMBER.matcher(word).matches()) {
            throw complaint(expected, Quoted.of(word));
        }
        before = word;
        return Long.parseLong(word);
    }

    private String oneOf(List<String> known) throws StrategyException {
        var expected = String.join(", ", known);
        if (known.size() > 1) {
            expected = "one of " + expected;
        }
        var word = word(expected);
        if (!known.contains(word)) {
            throw complaint(expected, Quoted.of(word) + Labels.hint(word, known));
        }
        before = word;
        return word;
    }

    private String word(String expected) throws StrategyException {
        if (!words.hasNext()) {
            throw complaint(expected, "the end");
        }
        return words.next();
    }

    private StrategyException complaint(String expected, String found) {
        var place = before.isEmpty() ? "" : " after " + Quoted.of(before);
        return new StrategyException(
                "%s: expected %s%s, but found %s"
                        .formatted(Quoted.of(text), expected, place, found));
    }
}
