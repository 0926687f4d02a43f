package cachescope.engine.traffic;

import cachescope.engine.traffic.line.QuotedText;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The time to live that a command of Redis gives its key: SETEX and PSETEX, and the options of SET
 * and GETEX.
 */
final class RedisExpiry {
    private static final int LONGEST_NUMBER = 20;

    private RedisExpiry() {}

    /**
     * The time to live, if the command gives one that Redis and Cachescope take. {@code now} is in
     * nanoseconds since 1970.
     */
    static Optional<Duration> of(String command, List<QuotedText> arguments, long now) {
        return switch (command) {
            case "SETEX" -> argument(arguments, 2).flatMap(text -> lifetime("EX", text, now));
            case "PSETEX" -> argument(arguments, 2).flatMap(text -> lifetime("PX", text, now));
            case "SET" -> option(arguments, 3, now);
            case "GETEX" -> option(arguments, 2, now);
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> option(List<QuotedText> arguments, int from, long now) {
        for (int index = from; index + 1 < arguments.size(); index++) {
            var option = arguments.get(index).text().toUpperCase(Locale.ROOT);
            switch (option) {
                case "EX", "PX", "EXAT", "PXAT" -> {
                    return lifetime(option, arguments.get(index + 1).text(), now);
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private static Optional<String> argument(List<QuotedText> arguments, int index) {
        return index < arguments.size()
                ? Optional.of(arguments.get(index).text())
                : Optional.empty();
    }

    private static Optional<Duration> lifetime(String option, String text, long now) {
        if (text.length() > LONGEST_NUMBER || !text.matches("\\d+")) {
            return Optional.empty();
        }
        var nanosEach = BigInteger.valueOf(option.startsWith("E") ? 1_000_000_000L : 1_000_000L);
        var nanos = new BigInteger(text).multiply(nanosEach);
        if (option.endsWith("AT")) {
            nanos = nanos.subtract(BigInteger.valueOf(now));
        }
        boolean taken =
                nanos.signum() > 0
                        && nanos.compareTo(BigInteger.valueOf(Quantities.LONGEST_TIME.toNanos()))
                                <= 0;
        return taken ? Optional.of(Duration.ofNanos(nanos.longValueExact())) : Optional.empty();
    }
}
