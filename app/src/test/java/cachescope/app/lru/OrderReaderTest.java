package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.ClusterPlan;
import cachescope.app.fixture.SyntheticMessages;
import cachescope.engine.event.EventLog;
import cachescope.engine.projection.order.CachePlace;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderReaderTest {
    private static final CachePlace NEAR = new CachePlace("app-1");

    private final EventLog log = SyntheticMessages.of(ClusterPlan.DEFAULT.withFewWrites());

    @Test
    void anyTimeIsTheSameFromWhereverItIsReached() {
        var reader = new OrderReader();
        var random = new SplittableRandom(5);
        for (int i = 0; i < 30; i++) {
            long time = random.nextLong(log.lastAt());
            var wish = new Wish(log, NEAR, time, "");
            var there = reader.read(wish);
            var fresh = new OrderReader().read(wish);
            assertThat(there.order()).as("at %d", time).isEqualTo(fresh.order());
            assertThat(there.move()).isEqualTo(fresh.move());
            assertThat(there.hits()).isEqualTo(fresh.hits());
        }
    }

    @Test
    void anotherCacheBeginsAnew() {
        var reader = new OrderReader();
        var near = reader.read(new Wish(log, NEAR, log.lastAt(), ""));
        var shared = reader.read(new Wish(log, CachePlace.SHARED, log.lastAt(), ""));
        assertThat(near.size()).isPositive();
        assertThat(shared.size()).isPositive();
        assertThat(shared.order())
                .isEqualTo(
                        new OrderReader()
                                .read(new Wish(log, CachePlace.SHARED, log.lastAt(), ""))
                                .order());
    }

    @Test
    void theNextCallIsSeenComing() {
        var reader = new OrderReader();
        var now = reader.read(new Wish(log, NEAR, log.lastAt() / 2, ""));
        assertThat(now.nextAt()).isGreaterThan(log.lastAt() / 2).isLessThan(log.lastAt());
        var end = reader.read(new Wish(log, NEAR, log.lastAt(), ""));
        assertThat(end.nextAt()).isEqualTo(Long.MAX_VALUE);
    }
}
