package cachescope.engine.port.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.fixture.ManualTasks;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Caller;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.port.faulty.FaultyLeases;
import cachescope.engine.simulation.SimulatedCache;
import cachescope.engine.simulation.SimulatedLeases;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedLeasesTest {
    private static final Duration TIME = Duration.ofMillis(10);
    private static final String KEY = "user:7";

    private final ManualTasks tasks = new ManualTasks();
    private final List<Event> events = new ArrayList<>();
    private final EventSink sink = event -> events.add(event.apply(events.size()));
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final ObservedLeases leases =
            new ObservedLeases(
                    new FaultyLeases(
                            new SimulatedLeases(new SimulatedCache(tasks::now), tasks::now),
                            (kind, key) -> nextFault(),
                            tasks),
                    new Calls(sink, tasks));

    @Test
    void aLeaseIsToldAsALockIs() throws CacheUnavailable {
        faults.add(new Fault.Delayed(Duration.ofMillis(2), Duration.ofMillis(3)));
        ask(() -> leases.take(KEY, "a", TIME));
        ask(() -> leases.take(KEY, "b", TIME));
        ask(() -> leases.end(KEY, "a"));

        assertThat(all(Event.LockTried.class))
                .extracting(lease -> lease.token() + lease.taken() + lease.expiresAt())
                .containsExactly("atrue12000000", "bfalse0");
        assertThat(all(Event.LockReleased.class))
                .extracting(lease -> lease.token() + lease.released())
                .containsExactly("atrue");
    }

    @Test
    void whatChangesEntriesIsTheObservedCachesToTell() throws CacheUnavailable {
        ask(() -> {
            leases.invalidate(KEY, 1);
            leases.remove(KEY);
            return true;
        });
        assertThat(events).isEmpty();
    }

    @Test
    void aLostAnswerIsAFailureOfRedisAndTheLeaseMayBeGiven() throws CacheUnavailable {
        faults.add(new Fault.AnswerLost(Duration.ofMillis(1)));
        assertThatThrownBy(() -> ask(() -> leases.take(KEY, "a", TIME)))
                .isInstanceOfSatisfying(
                        CacheUnavailable.class,
                        failure -> assertThat(failure.outcomeUnknown()).isTrue());
        assertThat(all(Event.TierFailed.class).getFirst().kind()).isEqualTo(CallKind.LOCK);
        assertThat(ask(() -> leases.end(KEY, "a"))).isTrue();
    }

    private Fault nextFault() {
        return faults.isEmpty() ? new Fault.None() : faults.remove();
    }

    private <E extends Event> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static <T> T ask(ScopedValue.CallableOp<T, CacheUnavailable> call)
            throws CacheUnavailable {
        return ScopedValue.where(Caller.CURRENT, Caller.request(7, "app-1", 10)).call(call);
    }
}
