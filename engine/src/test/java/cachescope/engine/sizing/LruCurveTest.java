package cachescope.engine.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cachescope.engine.strategy.EvictionName;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LruCurveTest {

    static LongStream seeds() {
        var seed = System.getProperty("seed");
        return seed == null ? LongStream.rangeClosed(1, 20) : LongStream.of(Long.parseLong(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theCurveIsWhatReplaysTellAtEveryCapacity(long seed) throws Exception {
        int keys = 5 + (int) seed * 7;
        var asked = Asked.skewed(seed, 1_500, keys, 1);
        var curve = asked.by(By.OBJECTS).lru(new Advance());
        var numbered = asked.by(By.OBJECTS).numbered(new Advance());
        assertThat(curve.workload()).isEqualTo(numbered.workload());
        var replays = new Replays(numbered, By.OBJECTS, new Advance());
        assertThat(curve.points()).hasSize((int) numbered.workload().uniqueKeys());
        for (var point : curve.points()) {
            var hits = replays.hits(EvictionName.LRU, point.capacity());
            assertThat(point.missRatio())
                    .as("capacity %d", point.capacity())
                    .isCloseTo(1 - hits.hitRatio(), within(1e-12));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void byBytesTheCurveIsWhatReplaysTellToo(long seed) throws Exception {
        var asked = Asked.skewed(seed, 1_500, 60, 1_000);
        var curve = asked.by(By.BYTES).lru(new Advance());
        var replays =
                new Replays(asked.by(By.BYTES).numbered(new Advance()), By.BYTES, new Advance());
        for (var point : curve.points()) {
            var hits = replays.hits(EvictionName.LRU, point.capacity());
            assertThat(point.missRatio())
                    .as("capacity %d", point.capacity())
                    .isCloseTo(1 - hits.hitRatio(), within(1e-12));
            assertThat(point.byteMissRatio()).isCloseTo(1 - hits.byteHitRatio(), within(1e-12));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSampledCurveIsWithinItsStatedError(long seed) throws Exception {
        var asked = Asked.skewed(seed, 60_000, 8_000, 1);
        var exact = asked.by(By.OBJECTS).lru(new Advance());
        var sampled = asked.by(By.OBJECTS).withMostKeys(1_000).lru(new Advance());
        assertThat(exact.sampleRate()).isEqualTo(1);
        assertThat(exact.error()).isZero();
        assertThat(sampled.sampleRate()).isEqualTo(1.0 / 8);
        assertThat(sampled.error()).isPositive().isLessThan(0.2);
        for (var point : sampled.points()) {
            assertThat(point.missRatio())
                    .as("capacity %d", point.capacity())
                    .isCloseTo(exact.missRatio(point.capacity()), within(sampled.error()));
        }
        assertThat((double) sampled.workload().uniqueKeys())
                .isCloseTo((double) exact.workload().uniqueKeys(), within(0.1 * 8_000));
        assertThat(sampled.workload().oneHitWonders())
                .isCloseTo(exact.workload().oneHitWonders(), within(0.05));
    }

    @Test
    void aLoopHasItsKneeWhereAllOfItFits() throws Exception {
        var curve = Asked.of("abcdefgh".repeat(50)).by(By.OBJECTS).lru(new Advance());
        assertThat(curve.points()).hasSize(8);
        assertThat(curve.points().get(6).missRatio()).isEqualTo(1);
        assertThat(curve.points().get(7).missRatio()).isEqualTo(1.0 / 50);
        assertThat(curve.bestHitRatio()).isCloseTo(0.98, within(1e-12));
        assertThat(curve.smallestKeeping(0.5)).map(CurvePoint::capacity).contains(8L);
        assertThat(curve.knee()).isEmpty();
    }

    @Test
    void theKneeLiesWhereMoreBeginsToBringLessThanOnAverage() throws Exception {
        var asked = Asked.of(("abc".repeat(30) + "defghijklm").repeat(3));
        var curve = asked.by(By.OBJECTS).lru(new Advance());
        assertThat(curve.knee()).map(CurvePoint::capacity).contains(3L);
    }

    @Test
    void theSmallestCacheThatKeepsAShareIsFoundBetweenThePoints() throws Exception {
        var asked = Asked.skewed(5, 30_000, 3_000, 1);
        var curve = asked.by(By.OBJECTS).lru(new Advance());
        long smallest = curve.smallestKeeping(0.9).orElseThrow().capacity();
        double least = 0.9 * curve.bestHitRatio();
        assertThat(asked.hits(EvictionName.LRU, smallest, By.OBJECTS).hitRatio())
                .isGreaterThanOrEqualTo(least - 1e-9);
        assertThat(asked.hits(EvictionName.LRU, smallest - 1, By.OBJECTS).hitRatio())
                .isLessThan(least);
    }

    @Test
    void oneKeyMakesACurveOfOnePoint() throws Exception {
        var curve = Asked.of("aaaa").by(By.OBJECTS).lru(new Advance());
        assertThat(curve.points()).containsExactly(new CurvePoint(1, 0.25, Double.NaN, 0));
        assertThat(curve.workload()).isEqualTo(new Workload(4, 1, 0, 0, 3));
        assertThat(curve.knee()).isEmpty();
    }

    @Test
    void keysThatNeverComeAgainAreWondersAndNothingKeepsThem() throws Exception {
        var curve = Asked.of("abcd").by(By.OBJECTS).lru(new Advance());
        assertThat(curve.workload().oneHitWonders()).isEqualTo(1);
        assertThat(curve.smallestKeeping(0.9)).isEmpty();
    }

    @Test
    void otherPoliciesAreReplayedAtSomeCapacities() throws Exception {
        var asked = Asked.skewed(5, 3_000, 300, 1);
        var curve = asked.by(By.OBJECTS).curve(EvictionName.FIFO, new Advance());
        assertThat(curve.points()).hasSizeBetween(20, Capacities.OF_REPLAYS);
        for (var point : curve.points()) {
            assertThat(point.missRatio())
                    .isCloseTo(
                            1
                                    - asked.hits(EvictionName.FIFO, point.capacity(), By.OBJECTS)
                                            .hitRatio(),
                            within(1e-12));
        }
        assertThat(curve.smallestKeeping(0.9)).isPresent();
    }

    @Test
    void bytesOfARecordingWithoutSizesAreRefused() {
        assertThatThrownBy(() -> Asked.of("abcab").by(By.BYTES).lru(new Advance()))
                .isInstanceOf(SizingException.class)
                .hasMessageEndingWith("has not told yet; by objects needs none");
    }
}
