package cachescope.engine.port.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Tier;
import cachescope.engine.live.LiveTasks;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Entry;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.port.faulty.FaultyCache;
import cachescope.engine.simulation.SimulatedCache;
import cachescope.engine.simulation.SimulatedRecords;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObservedPortsTest {
    private final Tasks tasks = new LiveTasks(1);
    private final List<Event> events = new ArrayList<>();
    private final EventSink sink = event -> events.add(event.apply(events.size()));
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Calls calls = new Calls(sink, tasks);
    private final SimulatedCache redis = new SimulatedCache(() -> 0);
    private final ObservedCache cache =
            new ObservedCache(
                    new FaultyCache(redis, (kind, key) -> nextFault(), tasks), Tier.REDIS, calls);
    private final ObservedRecords records =
            new ObservedRecords(new SimulatedRecords(tasks::now), true, calls);

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void aCallIsToldWhenItLeavesAndWhenItComesBack() throws TierUnavailable {
        asRequest(() -> cache.get("a"));

        var left = (Event.CallStarted) events.get(0);
        var back = (Event.CacheRead) events.get(1);
        assertThat(left.kind()).isEqualTo(CallKind.GET);
        assertThat(left.cause()).isEqualTo(new Cause.Request(7));
        assertThat(back.call()).isEqualTo(left.call());
        assertThat(back.startedAt()).isEqualTo(left.at());
        assertThat(back.at()).isBetween(back.startedAt(), back.endedAt());
        assertThat(back.outcome()).isEqualTo(Outcome.MISS);
        assertThat(back.node()).isEqualTo("app-1");
    }

    @Test
    void theFirstLookUpDecidesHowTheRequestWasAnswered() throws TierUnavailable {
        var caller = Caller.request(7, "app-1", 10);
        ScopedValue.where(Caller.CURRENT, caller)
                .call(() -> {
                    cache.get("a");
                    cache.put("a", entry(1, 100), PutCondition.ALWAYS);
                    return cache.get("a");
                });

        assertThat(caller.answer()).isEqualTo(Answer.MISS);
    }

    @Test
    void aLookUpOfWhatHasExpiredIsToldApartFromOneOfWhatWasNeverThere() throws TierUnavailable {
        asRequest(() -> cache.put("a", entry(1, 5), PutCondition.ALWAYS));
        redis.remove("a");

        asRequest(() -> cache.get("a"));
        asRequest(() -> cache.get("a"));

        assertThat(outcomes()).containsExactly(Outcome.EXPIRED, Outcome.MISS);
    }

    @Test
    void anInvalidatedEntryHasNotExpired() throws TierUnavailable {
        asRequest(() -> cache.put("a", entry(1, 5), PutCondition.ALWAYS));
        asRequest(() -> {
            cache.invalidate("a", 2);
            return "";
        });
        asRequest(() -> cache.get("a"));

        assertThat(outcomes()).containsExactly(Outcome.MISS);
        assertThat(events)
                .filteredOn(Event.CacheRemoved.class::isInstance)
                .map(event -> ((Event.CacheRemoved) event).removal())
                .containsExactly(Removal.INVALIDATED);
    }

    @Test
    void anEntryThatTheCacheRefusedIsToldAsNotStored() throws TierUnavailable {
        asRequest(() -> cache.put("a", entry(3, Entry.NEVER), PutCondition.IF_NEWER));
        asRequest(() -> cache.put("a", entry(2, Entry.NEVER), PutCondition.IF_NEWER));

        assertThat(events)
                .filteredOn(Event.CacheWritten.class::isInstance)
                .map(event -> ((Event.CacheWritten) event).stored())
                .containsExactly(true, false);
    }

    @Test
    void aFailureEndsItsCallAndTheNextSuccessTellsThatTheTierIsBack() throws TierUnavailable {
        faults.add(new Fault.Refused("Redis says no"));
        assertThatThrownBy(() -> asRequest(() -> cache.get("a")))
                .isInstanceOf(CacheUnavailable.class);
        asRequest(() -> cache.get("a"));
        asRequest(() -> cache.get("a"));

        var failed = (Event.TierFailed) events.get(1);
        assertThat(failed.call()).isEqualTo(((Event.CallStarted) events.get(0)).call());
        assertThat(failed.failure()).isEqualTo("CacheUnavailable");
        assertThat(failed.message()).isEqualTo("Redis says no");
        assertThat(events).filteredOn(Event.TierRecovered.class::isInstance).hasSize(1);
    }

    @Test
    void aBatchIsOneCallWithAnEventForEachRowThatWasCommitted() throws TierUnavailable {
        asRequest(() -> records.write("a", "one"));
        asRequest(() -> records.write("a", "two"));
        events.clear();
        var overtaken = new PendingWrite("a", new Versioned(1, "late"), new Cause.Request(3));
        var fresh = new PendingWrite("b", new Versioned(2, "new"), new Cause.Request(4));
        var deleted = new PendingWrite("c", new Versioned(2, null), new Cause.Request(4));

        asRequest(() -> records.writeAll(List.of(overtaken, fresh, deleted)));

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("CallStarted", "RecordWritten", "RecordRemoved", "BatchFlushed");
        var flushed = (Event.BatchFlushed) events.getLast();
        assertThat(flushed.writes()).isEqualTo(3);
        assertThat(flushed.rows()).isEqualTo(2);
        assertThat(flushed.cause()).isEqualTo(new Cause.Background("flush", List.of(3L, 4L)));
        assertThat(((Event.RecordWritten) events.get(1)).call()).isEqualTo(flushed.call());
    }

    @Test
    void anUndoTellsTheVersionThatItTakesBack() throws TierUnavailable {
        var first = asRequest(() -> records.write("a", "one"));
        asRequest(() -> records.undo(first));
        var second = asRequest(() -> records.write("a", "two"));
        asRequest(() -> records.write("a", "three"));
        asRequest(() -> records.undo(second));

        assertThat(events)
                .filteredOn(Event.RecordRemoved.class::isInstance)
                .map(event -> ((Event.RecordRemoved) event).undoes())
                .containsExactly(first.version());
        assertThat(events.getLast()).isInstanceOf(Event.UndoOvertaken.class);
    }

    private List<Outcome> outcomes() {
        return events.stream()
                .filter(Event.CacheRead.class::isInstance)
                .map(event -> ((Event.CacheRead) event).outcome())
                .toList();
    }

    private Fault nextFault() {
        return faults.isEmpty() ? new Fault.None() : faults.remove();
    }

    private static Entry entry(long version, long expiresAt) {
        return new Entry(new Versioned(version, "value"), 0, expiresAt, 0);
    }

    private static <T> T asRequest(ScopedValue.CallableOp<T, TierUnavailable> call)
            throws TierUnavailable {
        return ScopedValue.where(Caller.CURRENT, Caller.request(7, "app-1", 10)).call(call);
    }
}
