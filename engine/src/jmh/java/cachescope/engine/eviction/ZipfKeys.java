package cachescope.engine.eviction;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws numbers from 0 with the popularity that requests often have: number n with a probability
 * proportional to 1 / (n + 1)^0.99. The numbers of the popular ones are shuffled.
 */
final class ZipfKeys {
    private static final double EXPONENT = 0.99;

    private ZipfKeys() {}

    static int[] draw(int different, int count, long seed) {
        var random = new SplittableRandom(seed);
        var cumulative = new double[different];
        double sum = 0;
        for (int rank = 0; rank < different; rank++) {
            sum += 1 / StrictMath.pow(rank + 1, EXPONENT);
            cumulative[rank] = sum;
        }
        var numbers = shuffled(different, random);
        var keys = new int[count];
        for (int i = 0; i < count; i++) {
            int found = Arrays.binarySearch(cumulative, random.nextDouble() * sum);
            keys[i] = numbers[Math.min(different - 1, found < 0 ? -found - 1 : found)];
        }
        return keys;
    }

    private static int[] shuffled(int different, SplittableRandom random) {
        var numbers = new int[different];
        for (int i = 0; i < different; i++) {
            int other = random.nextInt(i + 1);
            numbers[i] = numbers[other];
            numbers[other] = i;
        }
        return numbers;
    }
}
