package cachescope.engine.eviction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Hits of a full cache of 16,384 entries whose keys are asked for as often as 1 / rank^0.99: the
 * linked list with a hash map by hand against the JDK's in access order by one thread, and the form
 * for several threads against the JDK's behind a lock by two.
 *
 * <pre>{@code
 * mvn -q -Pjmh -pl engine test-compile exec:exec -Dbenchmark="LruBenchmark -prof gc"
 * }</pre>
 */
@NullUnmarked // JMH sets the fields
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class LruBenchmark {
    private static final int ENTRIES = 16_384;
    private static final int REQUESTS = 1 << 18;

    private final Integer[] keys = new Integer[REQUESTS];
    private Lru<Integer, Integer> lru;
    private ConcurrentLru<Integer, Integer> concurrent;
    private Map<Integer, Integer> accessOrdered;
    private Map<Integer, Integer> locked;

    /** Where a thread is in the requests. */
    @State(Scope.Thread)
    public static class Place {
        private int next = (int) Thread.currentThread().threadId() * 7_919;

        Integer in(Integer[] keys) {
            return keys[next++ & (REQUESTS - 1)];
        }
    }

    @Setup
    public void fill() {
        var objects = new Integer[ENTRIES];
        lru = new Lru<>(ENTRIES);
        concurrent = new ConcurrentLru<>(ENTRIES);
        accessOrdered = new LinkedHashMap<>(16, 0.75f, true);
        locked = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true));
        for (int i = 0; i < ENTRIES; i++) {
            objects[i] = i;
            lru.put(objects[i], objects[i]);
            concurrent.put(objects[i], objects[i]);
            accessOrdered.put(objects[i], objects[i]);
            locked.put(objects[i], objects[i]);
        }
        var drawn = ZipfKeys.draw(ENTRIES, REQUESTS, 1);
        for (int i = 0; i < REQUESTS; i++) {
            keys[i] = objects[drawn[i]];
        }
    }

    @Benchmark
    public Integer getLru(Place place) {
        return lru.get(place.in(keys));
    }

    @Benchmark
    public Integer getLinkedHashMap(Place place) {
        return accessOrdered.get(place.in(keys));
    }

    @Benchmark
    public void putLru(Place place) {
        var key = place.in(keys);
        lru.put(key, key);
    }

    @Benchmark
    public Integer putLinkedHashMap(Place place) {
        var key = place.in(keys);
        return accessOrdered.put(key, key);
    }

    @Benchmark
    @Threads(2)
    public Integer getConcurrentByTwo(Place place) {
        return concurrent.get(place.in(keys));
    }

    @Benchmark
    @Threads(2)
    public Integer getSynchronizedByTwo(Place place) {
        return locked.get(place.in(keys));
    }

    @Benchmark
    @Threads(2)
    public void putConcurrentByTwo(Place place) {
        var key = place.in(keys);
        concurrent.put(key, key);
    }

    @Benchmark
    @Threads(2)
    public Integer putSynchronizedByTwo(Place place) {
        var key = place.in(keys);
        return locked.put(key, key);
    }
}
