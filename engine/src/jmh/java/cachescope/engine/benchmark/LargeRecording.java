package cachescope.engine.benchmark;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.JsonLinesWriter;
import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.TrafficTally;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes a recording of 1 GB that goes beyond every limit of what is kept in memory: a million
 * requests, half of them writes, for 600,000 keys of 40 to 440 characters. It replays in a heap of
 * 256 MB:
 *
 * <pre>{@code
 * mvn -q -Pjmh -pl engine test-compile exec:exec \
 *     -Dbenchmark.main=cachescope.engine.benchmark.LargeRecording -Dbenchmark=/tmp/large.jsonl
 * CACHESCOPE_OPTS=-Xmx256m app/target/cachescope/bin/cachescope replay --traffic /tmp/large.jsonl --json
 * }</pre>
 */
public final class LargeRecording {
    private static final int REQUESTS = 1_000_000;
    private static final int KEYS = 600_000;
    private static final int HOT_KEYS = 1_000;
    private static final double HOT = 0.3;
    private static final int SHORTEST = 40;
    private static final int LONGEST = 440;
    private static final long NANOS_BETWEEN = 100_000;
    private static final String PADDING =
            "/abcdefghijklmnopqrstuvwxyz0123456789".repeat(LONGEST / 36);
    private static final String CLIENT = "client" + PADDING + PADDING.substring(0, 300);

    private LargeRecording() {}

    public static void main(String... file) throws IOException {
        var random = new SplittableRandom(1);
        var tally = new TrafficTally();
        try (var out = new BufferedOutputStream(Files.newOutputStream(Path.of(file[0])), 1 << 16);
                var writer = new JsonLinesWriter(out)) {
            for (int number = 0; number < REQUESTS; number++) {
                var request = request(number, random);
                tally.add(request);
                writer.write(request);
            }
        }
        System.out.println(Files.size(Path.of(file[0])) + " bytes, " + tally.summary());
    }

    private static Request request(int number, SplittableRandom random) {
        double choice = random.nextDouble();
        var operation =
                choice < 0.45 ? Operation.READ : choice < 0.95 ? Operation.WRITE : Operation.DELETE;
        int key = random.nextInt(random.nextDouble() < HOT ? HOT_KEYS : KEYS);
        return new Request(
                number * NANOS_BETWEEN, operation, key(key), 200, CLIENT, null, List.of());
    }

    private static String key(int number) {
        int length = SHORTEST + (int) (number * 7_919L % (LONGEST - SHORTEST));
        var key = new StringBuilder(length).append("document/").append(number);
        return key.append(PADDING, 0, length - key.length()).toString();
    }
}
