package cachescope.engine.traffic;

import org.jspecify.annotations.Nullable;

/**
 * How a recording is to be read. {@code format} is absent where it is to be recognised by content,
 * {@code columns} where a csv file names them itself; {@code rate} is the number of requests a
 * second for a recording without times; {@code skipBad} is how many bad lines are passed over
 * before one ends the reading.
 */
public record ReadingOptions(
        @Nullable Format format, @Nullable CsvColumns columns, double rate, long skipBad) {

    /** Everything recognised, 1,000 requests a second, no bad line allowed. */
    public static final ReadingOptions DEFAULT = new ReadingOptions(null, null, 1_000, 0);

    public ReadingOptions {
        if (!(rate > 0) || rate > 1e9) {
            throw new IllegalArgumentException(
                    "rate is " + rate + ", expected more than 0 and at most 1e9 a second");
        }
        if (skipBad < 0) {
            throw new IllegalArgumentException("skipBad is " + skipBad + ", expected 0 or more");
        }
    }

    public ReadingOptions withFormat(Format other) {
        return new ReadingOptions(other, columns, rate, skipBad);
    }

    public ReadingOptions withColumns(CsvColumns other) {
        return new ReadingOptions(format, other, rate, skipBad);
    }

    public ReadingOptions withRate(double other) {
        return new ReadingOptions(format, columns, other, skipBad);
    }

    public ReadingOptions withSkipBad(long other) {
        return new ReadingOptions(format, columns, rate, other);
    }
}
