package cachescope.engine.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.strategy.EvictionName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReplaysTest {

    @ParameterizedTest(name = "{0} at {1} over {2}")
    @CsvSource({
        "LRU, 2, abab, 2",
        "LRU, 2, abcabc, 0",
        "LRU, 2, abacab, 2",
        "LRU, 3, abcdabcd, 0",
        "LINKED_HASH_MAP, 2, abacab, 2",
        "FIFO, 2, abacab, 1",
        "FIFO, 3, abcdabeabcde, 3",
        "FIFO, 4, abcdabeabcde, 2",
        "OPT, 2, abcabc, 2",
        "OPT, 3, abcdabeabcde, 5",
        "OPT, 4, abcdabeabcde, 6",
        "LRU, 1, aaaa, 3",
        "OPT, 1, aaaa, 3"
    })
    void hitsAreExactToTheRequest(EvictionName policy, long capacity, String asked, long hits)
            throws Exception {
        var told = Asked.of(asked).hits(policy, capacity, By.OBJECTS);
        assertThat(told.hits()).isEqualTo(hits);
        assertThat(told.misses()).isEqualTo(asked.length() - hits);
    }

    @ParameterizedTest
    @EnumSource
    void noPolicyBeatsTheOptimumAndACacheForAllKeysMissesEachOnce(EvictionName policy)
            throws Exception {
        var asked = Asked.skewed(3, 4_000, 150, 9);
        long keys = asked.by(By.OBJECTS).numbered(new Advance()).workload().uniqueKeys();
        for (long capacity : List.of(1L, 10L, 60L)) {
            assertThat(asked.hits(policy, capacity, By.OBJECTS).hits())
                    .isPositive()
                    .isLessThanOrEqualTo(asked.hits(EvictionName.OPT, capacity, By.OBJECTS).hits());
        }
        assertThat(asked.hits(policy, 1L << 40, By.OBJECTS).misses()).isEqualTo(keys);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPT")
    void byBytesRequestsAndBytesAreToldApart(EvictionName policy) throws Exception {
        var asked = Asked.skewed(3, 4_000, 150, 90);
        var told = asked.hits(policy, 1_500, By.BYTES);
        assertThat(told.bytes())
                .isEqualTo(asked.requests().stream().mapToLong(request -> request.size()).sum());
        assertThat(told.hitBytes()).isPositive().isLessThan(told.bytes());
        assertThat(told.byteHitRatio()).isNotEqualTo(told.hitRatio());
        assertThat(told.capacity()).isEqualTo(1_500);
    }

    @Test
    void aValueLargerThanTheCacheNeverComesIn() throws Exception {
        var asked =
                new Asked(
                        List.of(
                                Asked.sized("small", 10),
                                Asked.sized("large", 200),
                                Asked.sized("large", 200),
                                Asked.sized("small", 10)));
        assertThat(asked.hits(EvictionName.LRU, 100, By.BYTES).hits()).isEqualTo(1);
        assertThat(asked.hits(EvictionName.LRU, 210, By.BYTES).hits()).isEqualTo(2);
    }

    @Test
    void theOptimumByBytesIsRefused() {
        assertThatThrownBy(() -> Asked.skewed(1, 10, 5, 5).hits(EvictionName.OPT, 5, By.BYTES))
                .isInstanceOf(SizingException.class)
                .hasMessageStartingWith("opt: expected capacities in objects");
    }

    @Test
    void bytesOfARecordingWithoutSizesAreRefused() {
        assertThatThrownBy(() -> Asked.of("abcab").hits(EvictionName.LRU, 5, By.BYTES))
                .isInstanceOf(SizingException.class)
                .hasMessageStartingWith(
                        "by bytes: expected the size of every key, but 5 of 5 requests are for keys");
    }

    @Test
    void aRequestWithoutSizeHasTheOneToldBefore() throws Exception {
        var asked = new Asked(List.of(Asked.sized("a", 70), Asked.sized("a", -1)));
        assertThat(asked.hits(EvictionName.LRU, 100, By.BYTES).hitBytes()).isEqualTo(70);
    }

    @Test
    void aRecordingThatDoesNotFitIsRefused() {
        var sizing = new Sizing(Asked.of("abcabc"), Long.MAX_VALUE, By.OBJECTS, 1 << 10, 5);
        assertThatThrownBy(() -> sizing.numbered(new Advance()))
                .isInstanceOf(SizingException.class)
                .hasMessage(
                        "asked holds more than 5 requests, which is all that fits in memory: expected fewer, or a"
                                + " limit");
    }

    @Test
    void aLimitEndsTheReading() throws Exception {
        var workload =
                Asked.of("abcdef").by(By.OBJECTS).withLimit(4).numbered(new Advance()).workload();
        assertThat(workload).isEqualTo(new Workload(4, 4, 0, 1, 3));
    }

    @Test
    void whoIsToldToStopTellsHowFarItCame() throws Exception {
        var advance = new Advance();
        var numbered = Asked.of("abcabc").by(By.OBJECTS).numbered(advance);
        advance.stop();
        var told = new Replays(numbered, By.OBJECTS, advance).hits(EvictionName.LRU, 3);
        assertThat(told.requests()).isZero();
    }

    @Test
    void aCapacityBelowOneIsNone() {
        assertThatThrownBy(() -> Asked.of("a").hits(EvictionName.LRU, 0, By.OBJECTS))
                .hasMessage("capacity is 0, expected 1 or more");
    }
}
