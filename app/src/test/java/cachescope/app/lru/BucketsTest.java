package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {

    @ParameterizedTest(name = "{0} keys: {1} buckets")
    @CsvSource({"0,16", "12,16", "13,32", "256,512", "384,512", "385,1024"})
    void theMapDoublesWhenItIsThreeQuartersFull(long keys, int buckets) {
        assertThat(Buckets.lengthOf(keys)).isEqualTo(buckets);
    }

    @Test
    void keysOfOneBucketAreChained() {
        var gathering = new Buckets.Gathering(4, "A");
        List.of("A", "Q", "B").forEach(gathering::add);
        var buckets = gathering.done();
        assertThat(buckets.chains().get(buckets.placeOf("A"))).containsExactly("A", "Q");
        assertThat(buckets.placeOf("B")).isNotEqualTo(buckets.placeOf("A"));
    }

    @Test
    void ofManyOnlyTheStretchAroundTheKeyIsShown() {
        var buckets = new Buckets.Gathering(100_000, "user:7").done();
        assertThat(buckets.chains()).hasSize(Buckets.SHOWN_MAX);
        assertThat(buckets.placeOf("user:7")).isNotNegative();
    }
}
