package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the traffic. {@code at} is in nanoseconds from the recording's start, {@code
 * size} the value's bytes or {@link #UNKNOWN_SIZE}; client and time to live are absent where the
 * recording does not tell them.
 */
public record Request(
        long at,
        Operation operation,
        String key,
        long size,
        @Nullable String client,
        @Nullable Duration timeToLive,
        List<String> tags) {

    /** The size of a value of which the recording does not tell it. */
    public static final long UNKNOWN_SIZE = -1;

    /** The largest value, in bytes: 64 MB. */
    public static final long LARGEST_SIZE = 64L << 20;

    /** The longest key, in characters. */
    public static final int LONGEST_KEY = 1 << 20;

    /** The most tags of a request. */
    public static final int MOST_TAGS = 64;

    public Request {
        if (at < 0) {
            throw new IllegalArgumentException("at is " + at + ", expected 0 or more");
        }
        if (key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException(
                    "key has " + key.length() + " characters, expected at most " + LONGEST_KEY);
        }
        if (size < UNKNOWN_SIZE || size > LARGEST_SIZE) {
            throw new IllegalArgumentException(
                    "size is " + size + ", expected -1 to " + LARGEST_SIZE);
        }
        if (timeToLive != null && !timeToLive.isPositive()) {
            throw new IllegalArgumentException(
                    "timeToLive is " + timeToLive + ", expected more than 0");
        }
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException(
                    tags.size() + " tags, expected at most " + MOST_TAGS);
        }
        tags = List.copyOf(tags);
    }

    /** A request of which no more than time, operation and key are known. */
    public static Request of(long at, Operation operation, String key) {
        return new Request(at, operation, key, UNKNOWN_SIZE, null, null, List.of());
    }

    /** The same request at another time. */
    public Request at(long other) {
        return new Request(other, operation, key, size, client, timeToLive, tags);
    }
}
