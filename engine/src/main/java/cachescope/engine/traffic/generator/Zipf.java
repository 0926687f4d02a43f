package cachescope.engine.traffic.generator;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws ranks from 0, of which rank r comes with a probability proportional to 1 / (r +
 * 1)^exponent.
 */
final class Zipf {
    private final double[] cumulative;

    Zipf(int ranks, double exponent) {
        cumulative = new double[ranks];
        double sum = 0;
        for (int rank = 0; rank < ranks; rank++) {
            sum += 1 / StrictMath.pow(rank + 1, exponent);
            cumulative[rank] = sum;
        }
    }

    int draw(SplittableRandom random) {
        int found =
                Arrays.binarySearch(
                        cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        return Math.min(cumulative.length - 1, found < 0 ? -found - 1 : found);
    }
}
