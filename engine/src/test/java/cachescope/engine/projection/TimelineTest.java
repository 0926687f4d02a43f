package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Timeline.Series;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineTest {
    private static final long MILLI = 1_000_000;

    static LongStream seeds() {
        var given = Long.getLong("seed");
        return given != null ? LongStream.of(given) : LongStream.rangeClosed(1, 20);
    }

    @Test
    void whatHappenedIsCountedInTheBucketOfItsTime() {
        var script = new Script().run("live", 1);
        script.read(0, "a", MILLI / 2).load(1, 0, "a", MILLI / 2, 3 * MILLI);
        script.ended(0, 4 * MILLI, Answer.MISS);
        script.read(1, "a", 4 * MILLI).ended(1, 4 * MILLI, Answer.HIT, 1, 10, null);
        script.call(2, 1, Tier.DATABASE, CallKind.READ, "a", 5 * MILLI);
        script.callFailed(2, 5 * MILLI, "DatabaseUnavailable");

        var timeline = script.fold(new Timeline());

        assertThat(timeline.bucketNanos()).isEqualTo(MILLI);
        assertThat(timeline.size()).isEqualTo(6);
        assertThat(timeline.count(Series.REQUESTS, 4)).isEqualTo(2);
        assertThat(timeline.count(Series.HITS, 4)).isEqualTo(1);
        assertThat(timeline.count(Series.MISSES, 4)).isEqualTo(1);
        assertThat(timeline.count(Series.STALE_READS, 4)).isEqualTo(1);
        assertThat(timeline.count(Series.DATABASE_CALLS, 3)).isEqualTo(1);
        assertThat(timeline.count(Series.DATABASE_CALLS, 5)).isEqualTo(1);
        assertThat(timeline.count(Series.FAILURES, 5)).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRunThatOutgrowsItsBucketsLosesNothing(long seed) {
        var random = new SplittableRandom(seed);
        var script = new Script().run("live", 1);
        long length = random.nextLong(1, 100_000) * MILLI;
        var ends = new long[500];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = random.nextLong(length);
            script.read(i, "a", 0).ended(i, ends[i], Answer.HIT);
        }

        var timeline = script.fold(new Timeline());

        assertThat(timeline.total(Series.REQUESTS)).isEqualTo(ends.length);
        for (int bucket = 0; bucket < timeline.size(); bucket++) {
            int place = bucket;
            long inBucket =
                    Arrays.stream(ends)
                            .filter(end -> end / timeline.bucketNanos() == place)
                            .count();
            assertThat(timeline.count(Series.HITS, bucket))
                    .as("bucket %d", bucket)
                    .isEqualTo(inBucket);
            assertThat(timeline.readLatency(bucket, 0.5).isPresent()).isEqualTo(inBucket > 0);
        }
    }

    @Test
    void theTrailingWindowGivesRatesPerSecondOfRunTime() {
        var script = new Script().run("live", 1);
        for (int i = 0; i < 100; i++) {
            script.read(i, "a", i * MILLI)
                    .ended(i, i * MILLI + MILLI / 2, i % 4 == 0 ? Answer.MISS : Answer.HIT);
        }

        var trailing = script.fold(new Timeline()).trailing(99 * MILLI, 20 * MILLI);

        assertThat(trailing.requestsPerSecond()).isCloseTo(1000, within(60.0));
        assertThat(trailing.hitRatio().orElseThrow()).isCloseTo(0.75, within(0.03));
        assertThat(trailing.readLatencyP50().orElseThrow())
                .isCloseTo(MILLI / 2, within(MILLI / 40));
        assertThat(trailing.databaseCallsPerSecond()).isZero();
    }

    @Test
    void aTimeBeyondTheRunIsNoMistake() {
        var timeline = new Script().run("live", 1).fold(new Timeline());

        assertThat(timeline.trailing(Long.MAX_VALUE / 4, MILLI).requestsPerSecond()).isZero();
        assertThat(timeline.trailing(-5, MILLI).hitRatio()).isEmpty();
    }
}
