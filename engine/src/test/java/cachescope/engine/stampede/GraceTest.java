package cachescope.engine.stampede;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.fixture.ManualTasks;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Versioned;
import cachescope.engine.simulation.SimulatedCache;
import cachescope.engine.strategy.GuardName;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraceTest {
    private final ManualTasks tasks = new ManualTasks();
    private final SimulatedCache memory = new SimulatedCache(tasks::now);
    private final Grace grace = new Grace(memory, tasks);

    private static Entry entry(long expiresAt) {
        return new Entry(new Versioned(1, "v"), 0, expiresAt, 0);
    }

    private Entry kept(Entry entry) throws CacheUnavailable {
        grace.put("k", entry, PutCondition.ALWAYS);
        return memory.get("k").orElseThrow();
    }

    @BeforeEach
    void grantGrace() {
        grace.follow(GuardName.BACKGROUND);
    }

    @Test
    void anEntryIsKeptForWhatIsLeftOfItsLifeBeyondItsExpiry() throws CacheUnavailable {
        tasks.run(Duration.ofNanos(40));
        assertThat(kept(entry(100)).keptUntil()).isEqualTo(160);
    }

    @Test
    void whatNeverExpiresNeedsNoGrace() throws CacheUnavailable {
        assertThat(kept(entry(Entry.NEVER))).isEqualTo(entry(Entry.NEVER));
        assertThat(kept(entry(Entry.NEVER - 1)).keptUntil()).isEqualTo(Entry.NEVER);
    }

    @Test
    void aGraceThatAnEntryHasAlreadyIsItsOwn() throws CacheUnavailable {
        var expired = entry(0).keptUntil(70);
        assertThat(kept(expired)).isEqualTo(expired);
    }

    @Test
    void withoutGraceAnEntryIsGoneAtItsExpiryThoughTheCacheHasIt() throws CacheUnavailable {
        kept(entry(100));
        grace.follow(GuardName.NONE);
        tasks.run(Duration.ofNanos(99));
        assertThat(grace.get("k")).isPresent();
        tasks.run(Duration.ofNanos(1));
        assertThat(grace.get("k")).isEmpty();
        grace.follow(GuardName.LOCKED_XFETCH);
        assertThat(grace.get("k")).isPresent();
        tasks.run(Duration.ofNanos(100));
        assertThat(grace.get("k")).isEmpty();
    }
}
