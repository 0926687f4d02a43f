package cachescope.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachescope.engine.event.Operation;
import org.junit.jupiter.api.Test;

class TrafficTallyTest {

    @Test
    void requestsAreCountedByOperationAndKey() {
        var tally = new TrafficTally();
        tally.add(Request.of(500_000_000, Operation.READ, "a"));
        tally.add(Request.of(600_000_000, Operation.WRITE, "b"));
        tally.add(Request.of(700_000_000, Operation.READ, "a"));
        tally.add(Request.of(1_500_000_000, Operation.DELETE, "c"));
        assertThat(tally.summary()).isEqualTo(new TrafficSummary(4, 2, 1, 1, 3, false, 1.5));
    }

    @Test
    void nothingIsNothing() {
        assertThat(new TrafficTally().summary())
                .isEqualTo(new TrafficSummary(0, 0, 0, 0, 0, false, 0));
    }

    @Test
    void soManyKeysAsTheLimitAreCountedExactly() {
        var keys = new UniqueKeys(1_000);
        add(keys, 1_000);
        add(keys, 1_000);
        assertThat(keys.estimated()).isFalse();
        assertThat(keys.count()).isEqualTo(1_000);
    }

    @Test
    void moreKeysThanTheLimitAreEstimatedAndSaidToBe() {
        var keys = new UniqueKeys(1_000);
        add(keys, 100_000);
        assertThat(keys.estimated()).isTrue();
        assertThat((double) keys.count()).isCloseTo(100_000, within(3_000.0));
    }

    private static void add(UniqueKeys keys, int count) {
        for (int number = 0; number < count; number++) {
            keys.add("key:" + number);
        }
    }
}
