package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MomentsTest {
    private record Moment(long time, long value) {}

    static LongStream seeds() {
        var given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void momentsInSmallDisorderAreFoundAsInASortedList(long seed) {
        var random = new SplittableRandom(seed);
        var moments = new Moments(1 << 20);
        var model = new ArrayList<Moment>();
        for (int i = 0; i < 1_000; i++) {
            long time = i * 10L + random.nextInt(100);
            moments.add(time, i);
            model.add(new Moment(time, i));
        }
        model.sort(Comparator.comparingLong(Moment::time));
        for (int i = 0; i < 200; i++) {
            long time = random.nextLong(-10, 11_000);
            long from = time - random.nextLong(0, 3_000);
            var upTo = model.stream().filter(moment -> moment.time() <= time).toList();
            assertThat(moments.upTo(time)).isEqualTo(upTo.size());
            assertThat(moments.valueAt(time, -1))
                    .isEqualTo(upTo.isEmpty() ? -1 : upTo.getLast().value());
            assertThat(moments.sortedValues(from, time, 1_000))
                    .isEqualTo(
                            upTo.stream()
                                    .filter(moment -> moment.time() > from)
                                    .mapToLong(Moment::value)
                                    .sorted()
                                    .toArray());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void copiesGoTheirOwnWay(long seed) {
        var random = new SplittableRandom(seed);
        var moments = List.of(new Moments(500), new Moments(500));
        var copies = new ArrayList<Moments>();
        for (int i = 0; i < 1_000; i++) {
            long time = i * 10L + random.nextInt(2_000);
            moments.forEach(each -> each.add(time, time % 7));
            if (i % 100 == 50) {
                // A copy of the first, and one of its copies that is fed something else.
                var copy = moments.getFirst().copy();
                copies.add(copy);
                copy.copy().add(time - 500, 3);
                copy.add(time - 1_000, 99);
            }
        }

        assertThat(held(moments.getFirst())).isEqualTo(held(moments.getLast()));
        assertThat(held(copies.getFirst())).contains(99L).hasSize(52);
    }

    private static List<Long> held(Moments moments) {
        var values = moments.sortedValues(Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
        return LongStream.of(values).boxed().toList();
    }

    @Test
    void beyondItsCapacityTheOldestAreOnlyCounted() {
        var moments = new Moments(256);
        for (int i = 0; i < 1_000; i++) {
            moments.add(i, i * 2L);
        }

        assertThat(moments.upTo(999)).isEqualTo(1_000);
        assertThat(moments.upTo(800)).isEqualTo(801);
        assertThat(moments.heldFrom()).isEqualTo(744);
        assertThat(moments.valueAt(10, -1)).isEqualTo(743 * 2);
        assertThat(moments.sortedValues(-1, 999, 3)).containsExactly(1_994, 1_996, 1_998);
    }
}
