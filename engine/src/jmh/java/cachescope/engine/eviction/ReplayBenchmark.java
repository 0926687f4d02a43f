package cachescope.engine.eviction;

import cachescope.engine.port.RandomStream;
import cachescope.engine.strategy.EvictionName;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds a request of 5,000,000 numbered keys at a capacity of 10,000, a million different
 * ones asked for as often as 1 / rank^0.99, beginning with an empty cache.
 *
 * <pre>{@code
 * mvn -q -Pjmh -pl engine test-compile exec:exec -Dbenchmark=ReplayBenchmark
 * }</pre>
 */
@NullUnmarked // JMH sets the fields
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class ReplayBenchmark {
    private static final int REQUESTS = 5_000_000;
    private static final int CAPACITY = 10_000;

    @Param({
        "LRU",
        "LINKED_HASH_MAP",
        "FIFO",
        "CLOCK",
        "LFU",
        "SIEVE",
        "S3_FIFO",
        "W_TINY_LFU",
        "SAMPLED_LRU",
        "OPT"
    })
    private EvictionName eviction;

    private int[] keys;

    @Setup
    public void draw() {
        keys = ZipfKeys.draw(1_000_000, REQUESTS, 1);
    }

    @Benchmark
    @OperationsPerInvocation(REQUESTS)
    public long replay() {
        if (eviction == EvictionName.OPT) {
            return new Opt(keys).hits(CAPACITY);
        }
        var replay = Evictions.replay(eviction, CAPACITY, 1, RandomStream.of(1, "samples"));
        long hits = 0;
        for (int key : keys) {
            hits += replay.hits(key) ? 1 : 0;
        }
        return hits;
    }
}
