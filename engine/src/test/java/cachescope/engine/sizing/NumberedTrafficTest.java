package cachescope.engine.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.strategy.EvictionName;
import cachescope.engine.traffic.ReadingOptions;
import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedTrafficTest {
    private static final int REQUESTS = 60_000;

    @TempDir Path directory;

    @ParameterizedTest(name = "keys of {0}, then of {1} letters")
    @CsvSource({"6, 6", "6, 200", "200, 6"})
    void textsAreNumberedAsTheyComeHoweverLongTheyAre(int before, int after) throws Exception {
        var keys = new ArrayList<String>();
        var random = new SplittableRandom(before + after);
        for (int request = 0; request < REQUESTS; request++) {
            int length = request < REQUESTS / 2 ? before : after;
            keys.add("k".repeat(length - 5) + (10_000 + random.nextInt(90_000)));
        }
        var file = Files.write(directory.resolve("recording.keys"), keys);
        assertNumbered(TrafficFile.of(file, ReadingOptions.DEFAULT), keys);
    }

    @Test
    void keysAreNumberedAsTheyComeWhereAllAreKnownAlready() throws Exception {
        var asked = Asked.skewed(4, REQUESTS, 30_000, 9);
        assertNumbered(asked, asked.requests().stream().map(Request::key).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void nothingIsLostOrAddedWhereABlockIsFull(int more) throws Exception {
        var asked = Asked.skewed(7, 2 * NumberedBlock.LENGTH + more, 1_000, 9);
        var keys = asked.requests().stream().map(Request::key).toList();
        assertNumbered(asked, keys);

        var numbered =
                NumberedTraffic.read(asked, Long.MAX_VALUE, 1 << 20, By.BYTES, new Advance());
        assertThat(numbered.blocks().stream().flatMapToInt(block -> Arrays.stream(block.sizes())))
                .containsExactlyElementsOf(
                        asked.requests().stream().map(request -> (int) request.size()).toList());
    }

    @ParameterizedTest
    @EnumSource
    void ofARecordingThatWasGivenUpBeforeItsFirstRequestThereIsACurveWithoutHits(By by)
            throws Exception {
        var stopped = new Advance();
        stopped.stop();
        var numbered = NumberedTraffic.read(Asked.of("abc"), Long.MAX_VALUE, 1 << 20, by, stopped);
        assertThat(numbered.requests()).isZero();
        assertThat(new Replays(numbered, by, new Advance()).curve(EvictionName.FIFO).points())
                .allSatisfy(point -> assertThat(point.missRatio()).isNotNegative());
    }

    @Test
    void noMoreIsReadThanIsAskedFor() throws Exception {
        var numbered = new Sizing(Asked.of("abcab"), 3, By.OBJECTS, 10, 10).numbered(new Advance());
        assertThat(numbered.requests()).isEqualTo(3);
        assertThat(numbered.workload().oneHitWonders()).isEqualTo(1.0);
    }

    private static void assertNumbered(Traffic traffic, List<String> keys) throws Exception {
        var numbered =
                NumberedTraffic.read(traffic, Long.MAX_VALUE, 1 << 20, By.OBJECTS, new Advance());
        var expected = new HashMap<String, Integer>();
        var numbers = new ArrayList<Integer>();
        for (var key : keys) {
            int next = expected.size();
            numbers.add(expected.computeIfAbsent(key, _ -> next));
        }
        assertThat(numbered.requests()).isEqualTo(keys.size());
        assertThat(numbered.keys())
                .isEqualTo(numbers.stream().mapToInt(Integer::intValue).toArray());
        assertThat(numbered.workload().uniqueKeys()).isEqualTo(expected.size());
    }
}
