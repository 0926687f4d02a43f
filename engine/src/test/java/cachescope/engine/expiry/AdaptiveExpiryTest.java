package cachescope.engine.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.fixture.ManualTasks;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.simulation.SimulatedCache;
import cachescope.engine.strategy.ExpiryPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdaptiveExpiryTest {
    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Duration MIDDLE = Duration.ofMinutes(30);
    private static final Duration LONG = Duration.ofHours(1);

    private final ManualTasks tasks = new ManualTasks();
    private final ReadCounts reads = new ReadCounts(tasks, ExpiryPolicy.DEFAULT.window());
    private final AdaptiveExpiry expiry = new AdaptiveExpiry(ExpiryPolicy.DEFAULT.steps(), reads);

    private void read(String key, int times) {
        for (int i = 0; i < times; i++) {
            reads.read(key);
        }
    }

    @Test
    void aKeyThatWasNotReadLivesShortest() {
        assertThat(expiry.timeToLive("k")).isEqualTo(SHORT);
    }

    @Test
    void aStepIsReachedByMoreReadsThanItSays() {
        read("k", 100);
        assertThat(expiry.timeToLive("k")).isEqualTo(SHORT);
        read("k", 1);
        assertThat(expiry.timeToLive("k")).isEqualTo(MIDDLE);
        read("k", 899);
        assertThat(expiry.timeToLive("k")).isEqualTo(MIDDLE);
        read("k", 1);
        assertThat(expiry.timeToLive("k")).isEqualTo(LONG);
        assertThat(expiry.timeToLive("other")).isEqualTo(SHORT);
    }

    @Test
    void readsCountForTenMinutesOrUpToATenthLess() {
        read("k", 101);
        tasks.run(Duration.ofMinutes(9));
        assertThat(expiry.timeToLive("k")).isEqualTo(MIDDLE);
        tasks.run(Duration.ofMinutes(1));
        assertThat(expiry.timeToLive("k")).isEqualTo(SHORT);
    }

    @Test
    void theWindowSlides() {
        for (int minute = 0; minute < 30; minute++) {
            read("k", 11);
            tasks.run(Duration.ofMinutes(1).minusNanos(1));
            assertThat(reads.of("k")).isEqualTo(11L * Math.min(10, minute + 1));
            tasks.run(Duration.ofNanos(1));
        }
        tasks.run(Duration.ofDays(400));
        assertThat(reads.of("k")).isZero();
    }

    @Test
    void theKeyReadLongestAgoIsForgottenFirst() {
        read("first", 200);
        read("second", 200);
        read("first", 1);
        for (int i = 0; i < ReadCounts.KEYS_MAX - 1; i++) {
            reads.read("k" + i);
        }
        assertThat(reads.of("first")).isEqualTo(201);
        assertThat(reads.of("second")).isZero();
    }

    @Test
    void longKeysLeaveRoomForFewer() {
        var large = "k".repeat((int) (ReadCounts.CHARACTERS_MAX / 2));
        reads.read("a" + large);
        reads.read("b" + large);
        assertThat(reads.of("a" + large)).isZero();
        assertThat(reads.of("b" + large)).isOne();
    }

    @Test
    void lookUpsAreCounted() throws CacheUnavailable {
        var cache = new CountingCache(new SimulatedCache(tasks::now), reads);
        cache.get("k");
        cache.get("k");
        assertThat(reads.of("k")).isEqualTo(2);
    }
}
