package cachescope.engine.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlotListTest {

    static LongStream seeds() {
        var given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.rangeClosed(1, 30);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anySequenceOfMovesMatchesTheModel(long seed) {
        var random = new SplittableRandom(seed);
        var list = new SlotList(random.nextInt(4));
        var model = new ArrayList<Integer>();
        for (int step = 0; step < 400; step++) {
            int slot = random.nextInt(12);
            if (!model.contains(slot)) {
                int place = random.nextInt(model.size() + 1);
                list.insertAfter(place == 0 ? SlotList.NONE : model.get(place - 1), slot);
                model.add(place, slot);
            } else if (random.nextInt(3) > 0) {
                list.moveToFront(slot);
                model.remove(Integer.valueOf(slot));
                model.addFirst(slot);
            } else {
                list.remove(slot);
                model.remove(Integer.valueOf(slot));
            }
            var slots = model.stream().mapToInt(Integer::intValue).toArray();
            var back = model.reversed().stream().mapToInt(Integer::intValue).toArray();
            assertThat(list.toArray()).as("step %d", step).isEqualTo(slots);
            assertThat(list.toArrayFromLast()).as("step %d", step).isEqualTo(back);
            assertThat(list.size()).isEqualTo(model.size());
        }
    }
}
