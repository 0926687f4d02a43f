package cachescope.engine.traffic.generator;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Writes a trace of Zipf's law in the format cache2k, the same each time: 5,000,000 requests for up
 * to 1,000,000 keys with exponent 0.99 take 20 MB.
 *
 * <pre>{@code
 * mvn -q -Pjmh -pl engine test-compile exec:exec \
 *     -Dbenchmark.main=cachescope.engine.traffic.generator.ZipfTrace -Dbenchmark="zipf.trace 5000000 1000000 0.99"
 * }</pre>
 */
public final class ZipfTrace {
    private static final long SEED = 1;

    private ZipfTrace() {}

    /** File, number of requests, number of keys, exponent. */
    public static void main(String[] arguments) throws IOException {
        long requests = Long.parseLong(arguments[1]);
        int keys = Integer.parseInt(arguments[2]);
        var zipf = new Zipf(keys, Double.parseDouble(arguments[3]));
        var random = new SplittableRandom(SEED);
        var keyOf = shuffled(keys, random);
        try (var out =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0]))))) {
            for (long request = 0; request < requests; request++) {
                out.writeInt(keyOf[zipf.draw(random)]);
            }
        }
    }

    /** Keys whose numbers tell nothing of their ranks. */
    private static int[] shuffled(int count, SplittableRandom random) {
        var keys = new int[count];
        for (int key = 0; key < count; key++) {
            int other = random.nextInt(key + 1);
            keys[key] = keys[other];
            keys[other] = key;
        }
        return keys;
    }
}
