package cachescope.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.fixture.LeasesContract;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.Leases;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SimulatedLeasesTest extends LeasesContract {
    private final AtomicLong clock = new AtomicLong(5_000_000_000L);
    private final SimulatedCache cache = new SimulatedCache(clock::get);
    private final SimulatedLeases leases = new SimulatedLeases(cache, clock::get);

    @Override
    protected Leases leases() {
        return leases;
    }

    @Override
    protected CacheStore cache() {
        return cache;
    }

    @Override
    protected void pass(Duration duration) {
        clock.addAndGet(duration.toNanos());
    }

    @Test
    void clearDropsAllLeases() {
        leases.take(KEY, "a", LONG);
        leases.clear();
        assertThat(leases.take(KEY, "b", LONG)).isTrue();
    }
}
