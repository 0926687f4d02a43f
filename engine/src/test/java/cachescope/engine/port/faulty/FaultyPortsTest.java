package cachescope.engine.port.faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cachescope.engine.event.CallKind;
import cachescope.engine.live.LiveTasks;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.simulation.SimulatedCache;
import cachescope.engine.simulation.SimulatedRecords;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultyPortsTest {
    private static final Entry ENTRY = new Entry(new Versioned(2, "value"), 0, Entry.NEVER, 0);

    private final Tasks tasks = new LiveTasks(1);
    private final SimulatedCache cache = new SimulatedCache(() -> 0);

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void aRefusedCallHasNoEffectAndTheCallerKnows() throws TierUnavailable {
        var failure = putFails(new Fault.Refused("out of memory"));

        assertThat(failure).hasMessage("out of memory");
        assertThat(failure.outcomeUnknown()).isFalse();
        assertThat(cache.get("a")).isEmpty();
    }

    @Test
    void aLostCallHasNoEffectAndTheCallerDoesNotKnow() throws TierUnavailable {
        var failure = putFails(new Fault.CallLost(Duration.ofMillis(1)));

        assertThat(failure.outcomeUnknown()).isTrue();
        assertThat(cache.get("a")).isEmpty();
    }

    @Test
    void aCallWhoseAnswerIsLostTakesEffectAndTheCallerDoesNotKnow() throws TierUnavailable {
        var failure = putFails(new Fault.AnswerLost(Duration.ofMillis(1)));

        assertThat(failure.outcomeUnknown()).isTrue();
        assertThat(cache.get("a")).contains(ENTRY);
    }

    @Test
    void theDatabaseDelayIsAddedToEveryCall() throws TierUnavailable {
        var delay = Duration.ofMillis(3);
        var records = FaultyRecords.delayed(new SimulatedRecords(tasks::now), delay, tasks);

        long before = tasks.now();
        records.write("a", "one");
        records.read("a");

        assertThat(Duration.ofNanos(tasks.now() - before))
                .isGreaterThanOrEqualTo(delay.multipliedBy(2));
    }

    @Test
    void aDelayedCallThatIsToldToStopFailsAndHasNoEffect() {
        var records =
                new FaultyRecords(
                        new SimulatedRecords(tasks::now),
                        (kind, key) -> new Fault.Delayed(Duration.ofHours(1)),
                        tasks);

        Thread.currentThread().interrupt();
        var failure = catchThrowableOfType(DatabaseUnavailable.class, () -> records.read("a"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).hasMessageContaining("the run is stopping");
        assertThat(failure.outcomeUnknown()).isFalse();
    }

    private CacheUnavailable putFails(Fault fault) {
        var faulty =
                new FaultyCache(
                        cache,
                        (kind, key) -> kind == CallKind.PUT ? fault : new Fault.None(),
                        tasks);
        return catchThrowableOfType(
                CacheUnavailable.class, () -> faulty.put("a", ENTRY, PutCondition.ALWAYS));
    }
}
