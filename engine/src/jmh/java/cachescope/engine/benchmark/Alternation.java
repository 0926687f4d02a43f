package cachescope.engine.benchmark;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * Two rivals who take turns in one JVM, so that what slows the machine down slows both. The first
 * rounds warm up and don't count; who begins changes from round to round.
 */
final class Alternation {
    private final Rival bare;
    private final Rival observed;
    private final PrintStream out;

    Alternation(Rival bare, Rival observed, PrintStream out) {
        this.bare = bare;
        this.observed = observed;
        this.out = out;
    }

    /** Does its work once. */
    @FunctionalInterface
    interface Rival {
        Work round() throws Exception;
    }

    /**
     * Runs all rounds, prints each, and at the end the median of the ratios of observed to bare.
     */
    void run(int warmUps, int rounds) throws Exception {
        var ratios = new double[rounds];
        var processorRatios = new double[rounds];
        for (int round = -warmUps; round < rounds; round++) {
            boolean bareBegins = (round & 1) == 0;
            var first = (bareBegins ? bare : observed).round();
            var second = (bareBegins ? observed : bare).round();
            var ofBare = bareBegins ? first : second;
            var ofObserved = bareBegins ? second : first;
            double ratio = ofObserved.perSecond() / ofBare.perSecond();
            print(round < 0 ? "warm-up" : "round " + (round + 1), ofBare, ofObserved, ratio);
            if (round >= 0) {
                ratios[round] = ratio;
                processorRatios[round] =
                        ofObserved.processorMicrosEach() / ofBare.processorMicrosEach();
            }
        }
        out.printf(
                Locale.ROOT,
                "median ratio of %d rounds: %.3f (processor time: %.3f)%n",
                rounds,
                median(ratios),
                median(processorRatios));
    }

    private void print(String label, Work ofBare, Work ofObserved, double ratio) {
        out.printf(
                Locale.ROOT,
                "%-8s  bare %,8.0f/s, %5.1f us of processor   observed %,8.0f/s, %5.1f us   ratio %.3f%n",
                label,
                ofBare.perSecond(),
                ofBare.processorMicrosEach(),
                ofObserved.perSecond(),
                ofObserved.processorMicrosEach(),
                ratio);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
