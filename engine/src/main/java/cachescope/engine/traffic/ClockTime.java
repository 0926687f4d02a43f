package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Reads the times of a clock as nanoseconds since 1970: ISO 8601 with a zone ({@code
 * 2026-01-31T12:00:00.5Z}), or numbers. Whether these are seconds, milliseconds, microseconds or
 * nanoseconds is told by the size of the first one: seconds of our days have 10 digits,
 * milliseconds 13, microseconds 16, nanoseconds 19.
 */
final class ClockTime {
    private static final int NOT_KNOWN = -1;

    private int decimals = NOT_KNOWN;

    long nanos(String field, String text) throws BadLine {
        return text.indexOf('T') > 0
                ? nanos(field, isoTime(field, text))
                : nanos(field, Quantities.number(field, text));
    }

    private long nanos(String field, BigDecimal number) throws BadLine {
        if (decimals == NOT_KNOWN) {
            decimals = decimals(number.precision() - number.scale());
        }
        return Quantities.nanos(field, number.scaleByPowerOfTen(-decimals));
    }

    private static int decimals(int digits) {
        if (digits <= 11) {
            return 0;
        }
        return digits <= 14 ? 3 : digits <= 17 ? 6 : 9;
    }

    private static long nanos(String field, Instant instant) throws BadLine {
        var seconds =
                BigDecimal.valueOf(instant.getEpochSecond())
                        .add(BigDecimal.valueOf(instant.getNano(), 9));
        return Quantities.nanos(field, seconds);
    }

    private static Instant isoTime(String field, String text) throws BadLine {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw BadLine.field(field, "seconds, or a time such as 2026-01-31T12:00:00Z", text);
        }
    }
}
