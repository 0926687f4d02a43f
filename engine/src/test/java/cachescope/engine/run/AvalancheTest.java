package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.strategy.ExpiryName;
import cachescope.engine.strategy.ExpiryPolicy;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten thousand keys are loaded at once with one TTL, and each is read once a second. */
@Timeout(60)
class AvalancheTest {
    private static final int KEYS = 10_000;
    private static final int SECONDS = 29;
    private static final double JITTER = 0.4;
    private static final Duration TTL = Duration.ofSeconds(20);

    /** How many loads began in each second, the first second left out. */
    private static Map<Long, Long> loadsBySecond(ExpiryPolicy expiry) throws Exception {
        var latency =
                Strategy.DEFAULT
                        .conditions()
                        .latency()
                        .with(Tier.REDIS, new Fixed(Duration.ofMillis(1)))
                        .with(Tier.DATABASE, new Fixed(Duration.ofMillis(10)));
        var requests = new ArrayList<Request>();
        for (int second = 0; second < SECONDS; second++) {
            for (int key = 0; key < KEYS; key++) {
                long at = Duration.ofSeconds(second).toNanos() + key * 50_000L;
                requests.add(Request.of(at, Operation.READ, "key " + key));
            }
        }
        var strategy =
                Strategy.DEFAULT
                        .withTimeToLive(TTL)
                        .withConcurrency(10_000)
                        .withExpiry(expiry)
                        .withConditions(Strategy.DEFAULT.conditions().withLatency(latency));
        var loads = new ArrayList<Long>();
        Outcome.observed(
                Plan.of(strategy, MemoryTraffic.of(requests)).withSpeed(1),
                event -> {
                    if (event instanceof Event.RecordRead read && read.load()) {
                        loads.add(read.startedAt() / 1_000_000_000);
                    }
                });
        return loads.stream()
                .filter(second -> second > 0)
                .collect(Collectors.groupingBy(second -> second, Collectors.counting()));
    }

    @Test
    void withOneTtlAllExpireAtOnce() throws Exception {
        assertThat(loadsBySecond(ExpiryPolicy.DEFAULT)).isEqualTo(Map.of(21L, (long) KEYS));
    }

    @Test
    void withJitterTheLoadsAreSpreadEvenlyOverItsWindow() throws Exception {
        var jittered = ExpiryPolicy.DEFAULT.withName(ExpiryName.JITTERED).withJitter(JITTER);
        var loads = loadsBySecond(jittered);
        double window = 2 * JITTER * TTL.toSeconds();
        long even = Math.round(KEYS / window);
        assertThat(loads.values().stream().mapToLong(Long::longValue).max().orElseThrow())
                .isBetween(even, even * 6 / 5);
        for (long second = 14; second <= 27; second++) {
            assertThat(loads.get(second))
                    .as("second %s", second)
                    .isBetween(even * 4 / 5, even * 6 / 5);
        }
        assertThat(loads.keySet()).allMatch(second -> second >= 12 && second <= 29);
    }
}
