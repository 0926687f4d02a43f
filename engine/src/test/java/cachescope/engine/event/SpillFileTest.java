package cachescope.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillFileTest {
    private static final int BLOCKS = 20;

    @TempDir Path folder;

    @Test
    void blocksLeaveMemoryAndAreReadBackInAnyOrder() throws IOException {
        var random = new RandomEvents(new SplittableRandom(5));
        var blocks = new ArrayList<Block>();
        var held = new ArrayList<Event[]>();
        try (var file = SpillFile.open(folder)) {
            for (int i = 0; i < BLOCKS; i++) {
                var block = filled(random, i);
                var events = Objects.requireNonNull(block.events());
                file.write(block, events);
                blocks.add(block);
                held.add(events);
            }
            for (int i = BLOCKS - 1; i >= 0; i--) {
                assertThat(blocks.get(i).events()).isNull();
                assertThat(file.read(blocks.get(i))).isEqualTo(held.get(i));
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static Block filled(RandomEvents random, int index) {
        long first = (long) index * Block.EVENTS;
        var block = new Block(first, 0);
        for (int i = 0; i < Block.EVENTS; i++) {
            block.add(random.next(first + i));
        }
        return block;
    }
}
