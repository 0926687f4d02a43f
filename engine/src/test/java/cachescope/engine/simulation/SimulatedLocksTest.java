package cachescope.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.fixture.LocksContract;
import cachescope.engine.port.Locks;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SimulatedLocksTest extends LocksContract {
    private final AtomicLong clock = new AtomicLong(5_000_000_000L);
    private final SimulatedLocks locks = new SimulatedLocks(clock::get);

    @Override
    protected Locks locks() {
        return locks;
    }

    @Override
    protected void pass(Duration duration) {
        clock.addAndGet(duration.toNanos());
    }

    @Test
    void aLockEndsAtTheNanosecond() {
        locks.take(KEY, "a", Duration.ofNanos(1_000_001));
        pass(Duration.ofMillis(1));
        assertThat(locks.take(KEY, "b", LONG)).isFalse();
        assertThat(locks.extend(KEY, "a", Duration.ofNanos(2))).isTrue();
        pass(Duration.ofNanos(1));
        assertThat(locks.release(KEY, "b")).isFalse();
        assertThat(locks.take(KEY, "b", LONG)).isFalse();
        pass(Duration.ofNanos(1));
        assertThat(locks.release(KEY, "a")).isFalse();
        assertThat(locks.take(KEY, "b", LONG)).isTrue();
    }

    @Test
    void clearDropsAllLocks() {
        locks.take(KEY, "a", LONG);
        locks.clear();
        assertThat(locks.take(KEY, "b", LONG)).isTrue();
    }
}
