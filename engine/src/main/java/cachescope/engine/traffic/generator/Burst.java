package cachescope.engine.traffic.generator;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.Request;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Requests that come at once or evenly within a time, one key after the other.
 *
 * @param count how many come
 * @param at when the first comes, in nanoseconds
 * @param within the time in which they come, in nanoseconds; 0 for at once
 */
public record Burst(Keys keys, Operation operation, int count, long at, long within)
        implements Part {
    /** The most requests. */
    public static final int MOST = 10_000_000;

    public Burst {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("count is " + count + ", expected 1 to " + MOST);
        }
        if (at < 0 || within < 0) {
            throw new IllegalArgumentException("expected times of 0 or more");
        }
    }

    @Override
    public Iterator<Request> requests(SplittableRandom random) {
        return IntStream.range(0, count).mapToObj(this::request).iterator();
    }

    private Request request(int number) {
        long when = at + (long) ((double) within * number / count);
        return Request.of(when, operation, keys.key(number % keys.count()));
    }
}
