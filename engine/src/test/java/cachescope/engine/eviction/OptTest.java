package cachescope.engine.eviction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptTest {

    static LongStream seeds() {
        var given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hitsAsOftenAsALookAheadAtEachRequest(long seed) {
        var random = new SplittableRandom(seed);
        int count = random.nextInt(1, 400);
        int unique = random.nextInt(1, 60);
        var keys = IntStream.range(0, count).map(i -> random.nextInt(unique)).toArray();
        var opt = new Opt(keys);
        for (int capacity = 1; capacity <= unique + 1; capacity++) {
            assertThat(opt.hits(capacity)).as("%d", capacity).isEqualTo(naive(keys, capacity));
        }
    }

    private static long naive(int[] keys, int capacity) {
        var held = new HashSet<Integer>();
        long hits = 0;
        for (int time = 0; time < keys.length; time++) {
            int now = time;
            if (held.contains(keys[time])) {
                hits++;
                continue;
            }
            if (held.size() == capacity) {
                held.remove(
                        held.stream()
                                .max(Comparator.comparingInt(key -> next(keys, now, key)))
                                .orElseThrow());
            }
            held.add(keys[time]);
        }
        return hits;
    }

    private static int next(int[] keys, int time, int key) {
        int next = time;
        while (next < keys.length && keys[next] != key) {
            next++;
        }
        return next;
    }

    @Test
    void noRequestsAreNoHits() {
        assertThat(new Opt(new int[0]).hits(3)).isZero();
    }

    @Test
    void oneKeyHitsAllButOnce() {
        assertThat(new Opt(new int[100]).hits(1)).isEqualTo(99);
    }

    @Test
    void aCapacityBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Opt(new int[1]).hits(0))
                .withMessage("the capacity of a cache is at least 1, not 0");
    }
}
