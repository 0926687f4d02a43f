package cachescope.engine.traffic.generator;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.Request;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * Requests that come independently of each other, at a mean rate: the times between them are
 * exponential.
 *
 * @param keys whose popularity falls by Zipf's law with the exponent {@code skew}; 0 is even
 * @param perSecond how many come in a second on average
 * @param from when they begin, in nanoseconds
 * @param to when they end
 * @param writes the share of them that writes
 */
public record Poisson(Keys keys, double skew, double perSecond, long from, long to, double writes)
        implements Part {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MOST_PER_SECOND = 1e7;

    /** The most requests that may be expected in all. */
    private static final double MOST = 1e8;

    public Poisson {
        check("skew", skew, 0, 10);
        check("writes", writes, 0, 1);
        check("perSecond", perSecond, 1e-6, MOST_PER_SECOND);
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("expected the end to be after the beginning");
        }
        double expected = perSecond * ((to - from) / NANOS_PER_SECOND);
        if (expected > MOST) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "expected at most %.0f requests in all, but these are about %.0f",
                            MOST,
                            expected));
        }
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", expected " + least + " to " + most);
        }
    }

    @Override
    public Iterator<Request> requests(SplittableRandom random) {
        return new Arrivals(random);
    }

    private final class Arrivals implements Iterator<Request> {
        private final SplittableRandom random;
        private final Zipf popularity = new Zipf(keys.count(), skew);
        private double at;

        Arrivals(SplittableRandom random) {
            this.random = random;
            this.at = from;
            advance();
        }

        private void advance() {
            double gap = -StrictMath.log(1 - random.nextDouble()) / perSecond;
            at += gap * NANOS_PER_SECOND;
        }

        @Override
        public boolean hasNext() {
            return at < to;
        }

        @Override
        public Request next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            long now = (long) at;
            var key = keys.key(popularity.draw(random));
            var operation = random.nextDouble() < writes ? Operation.WRITE : Operation.READ;
            advance();
            return Request.of(now, operation, key);
        }
    }
}
