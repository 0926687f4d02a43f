package cachescope.engine.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketsTest {

    @Test
    void bucketsFollowEachOtherWithoutAGapAndKeepTheirWidth() {
        var buckets = new Buckets(3);
        long next = 0;
        for (int bucket = 0; bucket < 200; bucket++) {
            long largest = buckets.largest(bucket);
            assertThat(buckets.of(next)).isEqualTo(bucket);
            assertThat(buckets.of(largest)).isEqualTo(bucket);
            assertThat(largest - next).isLessThanOrEqualTo(next / 8);
            next = largest + 1;
        }
    }

    @Test
    void smallNumbersHaveABucketEach() {
        var buckets = new Buckets(5);
        for (int number = 0; number < 64; number++) {
            assertThat(buckets.largest(buckets.of(number))).isEqualTo(number);
        }
    }
}
