package cachescope.engine.port.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.event.Tier;
import cachescope.engine.fixture.ManualTasks;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Caller;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.port.faulty.FaultyLocks;
import cachescope.engine.simulation.SimulatedLocks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedLocksTest {
    private static final Duration TIME = Duration.ofMillis(10);
    private static final String KEY = "user:7";

    private final ManualTasks tasks = new ManualTasks();
    private final List<Event> events = new ArrayList<>();
    private final EventSink sink = event -> events.add(event.apply(events.size()));
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final ObservedLocks locks =
            new ObservedLocks(
                    new FaultyLocks(
                            new SimulatedLocks(tasks::now), (kind, key) -> nextFault(), tasks),
                    new Calls(sink, tasks));

    @Test
    void aLockThatIsTakenSaysWhenItEnds() throws CacheUnavailable {
        faults.add(new Fault.Delayed(Duration.ofMillis(2), Duration.ofMillis(3)));
        ask(() -> locks.take(KEY, "a", TIME));
        assertThat(tried(0))
                .returns(true, Event.LockTried::taken)
                .returns(false, Event.LockTried::renewal)
                .returns("a", Event.LockTried::token)
                .returns(2_000_000L, Event.LockTried::at)
                .returns(12_000_000L, Event.LockTried::expiresAt);
        assertThat((Event.CallStarted) events.getFirst())
                .returns(CallKind.LOCK, Event.CallStarted::kind)
                .returns(Tier.REDIS, Event.CallStarted::tier)
                .returns(KEY, Event.CallStarted::key);
    }

    @Test
    void aLockThatAnotherHoldsIsToldAsNotTaken() throws CacheUnavailable {
        ask(() -> locks.take(KEY, "a", TIME));
        ask(() -> locks.take(KEY, "b", TIME));
        assertThat(tried(1))
                .returns(false, Event.LockTried::taken)
                .returns(0L, Event.LockTried::expiresAt);
    }

    @Test
    void aRenewalIsToldAsOne() throws CacheUnavailable {
        ask(() -> locks.take(KEY, "a", TIME));
        tasks.run(Duration.ofMillis(4));
        ask(() -> locks.extend(KEY, "a", TIME));
        assertThat(tried(1))
                .returns(true, Event.LockTried::renewal)
                .returns(true, Event.LockTried::taken)
                .returns(14_000_000L, Event.LockTried::expiresAt);
    }

    @Test
    void aReleaseAndAPlainDeleteAreToldApart() throws CacheUnavailable {
        ask(() -> locks.take(KEY, "a", TIME));
        ask(() -> locks.release(KEY, "b"));
        ask(() -> locks.remove(KEY));
        assertThat(all(Event.LockReleased.class))
                .extracting(lock -> lock.token() + " " + lock.released())
                .containsExactly("b false", "null true");
    }

    @Test
    void aLostAnswerIsAFailureOfRedisAndTheLockMayBeHeld() throws CacheUnavailable {
        faults.add(new Fault.AnswerLost(Duration.ofMillis(1)));
        assertThatThrownBy(() -> ask(() -> locks.take(KEY, "a", TIME)))
                .isInstanceOfSatisfying(
                        CacheUnavailable.class,
                        failure -> assertThat(failure.outcomeUnknown()).isTrue());
        assertThat(all(Event.TierFailed.class).getFirst().kind()).isEqualTo(CallKind.LOCK);
        assertThat(ask(() -> locks.release(KEY, "a"))).isTrue();
    }

    private Event.LockTried tried(int index) {
        return all(Event.LockTried.class).get(index);
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
