package cachescope.engine.strategy.latency;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleToLongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * What was measured, as a table of quantiles; latencies between two of them are as likely as each
 * other. The table has every hundredth up to 99 %, then every thousandth up to 99.9 %, every
 * ten-thousandth up to 99.99 %, and the longest: so one slow call in a hundred thousand does not
 * make one in a hundred slow. Draws one number.
 *
 * @param quantiles {@link #SIZE} latencies in nanoseconds, none below the one before it
 */
public record Measured(List<Long> quantiles) implements Distribution {
    private static final int WHOLE = 10_000;

    /** Where the quantiles lie, in ten-thousandths of all calls. */
    private static final int[] PLACES =
            IntStream.rangeClosed(0, WHOLE)
                    .filter(place ->
                            place >= 9_990 || place >= 9_900 && place % 10 == 0 || place % 100 == 0)
                    .toArray();

    /** How many quantiles there are. */
    public static final int SIZE = PLACES.length;

    public Measured {
        quantiles = List.copyOf(quantiles);
        if (quantiles.size() != SIZE) {
            throw new IllegalArgumentException(
                    "measured latencies are %s quantiles, but these are %s"
                            .formatted(SIZE, quantiles.size()));
        }
        Distribution.check(Duration.ofNanos(quantiles.getFirst()));
        Distribution.check(Duration.ofNanos(quantiles.getLast()));
        for (int i = 1; i < SIZE; i++) {
            if (quantiles.get(i - 1) > quantiles.get(i)) {
                throw new IllegalArgumentException(
                        "no quantile of measured latencies may be below the one before it");
            }
        }
    }

    /** The table of what tells the quantile of a share from 0 to 1. */
    public static Measured of(DoubleToLongFunction quantile) {
        return new Measured(
                Arrays.stream(PLACES)
                        .mapToObj(place -> quantile.applyAsLong(place / (double) WHOLE))
                        .toList());
    }

    @Override
    public long draw(RandomGenerator random) {
        return quantile(RandomShare.of(random));
    }

    @Override
    public long medianNanos() {
        return quantile(0.5);
    }

    /** The latency in nanoseconds that a share of all calls, from 0 to 1, does not exceed. */
    public long quantile(double share) {
        double place = share * WHOLE;
        int found = Arrays.binarySearch(PLACES, (int) place);
        int below = Math.min(found >= 0 ? found : -found - 2, SIZE - 2);
        double way = (place - PLACES[below]) / (PLACES[below + 1] - PLACES[below]);
        long from = quantiles.get(below);
        return from + (long) ((quantiles.get(below + 1) - from) * way);
    }
}
