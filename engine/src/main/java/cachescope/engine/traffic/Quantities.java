package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.Excerpt;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a recording, which are decimal: {@code 1.25}, {@code 1e3}. */
final class Quantities {
    /** The longest time from a recording's start and the longest time to live. */
    static final Duration LONGEST_TIME = Duration.ofDays(36_500);

    private static final int LONGEST_NUMBER = 100;
    private static final int MOST_DIGITS = 20;

    private Quantities() {}

    static BigDecimal number(String field, String text) throws BadLine {
        if (text.length() <= LONGEST_NUMBER) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException _) {
                throw BadLine.field(field, "a number", text);
            }
        }
        throw BadLine.field(field, "a number of at most " + LONGEST_NUMBER + " characters", text);
    }

    /** Whole nanoseconds of seconds since some beginning; smaller fractions are dropped. */
    static long nanos(String field, BigDecimal seconds) throws BadLine {
        var nanos = whole(seconds.scaleByPowerOfTen(9));
        if (seconds.signum() < 0) {
            throw BadLine.field(field, "a time of 0 or more", seconds.toString());
        }
        if (nanos == Long.MAX_VALUE) {
            throw BadLine.field(field, "a time before the year 2262", seconds.toString());
        }
        return nanos;
    }

    /** Nanoseconds from a recording's start. */
    static long offset(String field, BigDecimal seconds) throws BadLine {
        long nanos = nanos(field, seconds);
        if (nanos > LONGEST_TIME.toNanos()) {
            throw BadLine.field(field, "at most 100 years in seconds", seconds.toString());
        }
        return nanos;
    }

    static long size(String field, BigDecimal bytes) throws BadLine {
        long size = whole(bytes);
        boolean fraction =
                size <= Request.LARGEST_SIZE && BigDecimal.valueOf(size).compareTo(bytes) != 0;
        if (bytes.signum() < 0 || fraction) {
            throw BadLine.field(field, "a whole number of bytes", bytes.toString());
        }
        if (size > Request.LARGEST_SIZE) {
            throw BadLine.field(
                    field, "at most " + Request.LARGEST_SIZE + " bytes (64 MB)", bytes.toString());
        }
        return size;
    }

    /** A time to live; 0 says that there is none, as it does everywhere in Cachescope. */
    static @Nullable Duration timeToLive(String field, BigDecimal seconds) throws BadLine {
        long nanos = whole(seconds.scaleByPowerOfTen(9));
        if (seconds.signum() < 0) {
            throw BadLine.field(field, "0 (none) or more seconds", seconds.toString());
        }
        if (nanos > LONGEST_TIME.toNanos()) {
            throw BadLine.field(field, "at most 100 years in seconds", seconds.toString());
        }
        return nanos == 0 ? null : Duration.ofNanos(nanos);
    }

    static String key(String field, String text) throws BadLine {
        if (text.length() > Request.LONGEST_KEY) {
            throw new BadLine(
                    field
                            + ": expected at most "
                            + Request.LONGEST_KEY
                            + " characters, found "
                            + text.length()
                            + " that begin with "
                            + Excerpt.of(text));
        }
        return text;
    }

    /** The number without its fraction, or the largest long; exponents of any size cost nothing. */
    private static long whole(BigDecimal number) {
        long digits = (long) number.precision() - number.scale();
        if (digits > MOST_DIGITS) {
            return number.signum() == 0 ? 0 : Long.MAX_VALUE;
        }
        if (digits <= 0) {
            return 0;
        }
        var whole = number.setScale(0, RoundingMode.DOWN).toBigInteger().abs();
        return whole.bitLength() > 63 ? Long.MAX_VALUE : whole.longValueExact();
    }
}
