package cachescope.engine.port.observed;

import static cachescope.engine.fixture.Heard.CONNECTED;
import static cachescope.engine.fixture.Heard.DISCONNECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.event.Tier;
import cachescope.engine.fixture.Heard;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Caller;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.port.faulty.FaultyBus;
import cachescope.engine.simulation.SimulatedBus;
import cachescope.engine.simulation.SimulatedTasks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ObservedBusTest {
    private static final String CHANNEL = "invalidations";

    private final SimulatedTasks tasks = new SimulatedTasks(1);
    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final EventSink sink = event -> events.add(event.apply(events.size()));
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Messages messages = new Messages(sink, tasks);
    private final SimulatedBus inner = new SimulatedBus(tasks, messages);
    private final ObservedBus bus =
            new ObservedBus(
                    new FaultyBus(inner, (kind, key) -> nextFault(), tasks),
                    messages,
                    new Calls(sink, tasks));

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void aMessageIsFollowedFromItsSenderToEachReceiver() throws Exception {
        var first = new Heard();
        var second = new Heard();
        bus.subscribe(CHANNEL, "app-1", first);
        bus.subscribe(CHANNEL, "app-2", second);

        publish(7, "user:7");
        publish(8, "user 8");

        assertThat(List.of(first.next(), first.next(), first.next()))
                .containsExactly(CONNECTED, "user:7", "user 8");
        assertThat(List.of(second.next(), second.next(), second.next()))
                .containsExactly(CONNECTED, "user:7", "user 8");
        var published = all(Event.MessagePublished.class).getLast();
        assertThat(published.cause()).isEqualTo(new Cause.Request(8));
        assertThat(published.tier()).isEqualTo(Tier.REDIS);
        assertThat(published.message()).isEqualTo(1);
        assertThat(published.text()).isEqualTo("user 8");
        assertThat(published.receivers()).isEqualTo(2);
        assertThat(all(Event.MessageDelivered.class))
                .filteredOn(delivered -> delivered.message() == 1)
                .allMatch(delivered -> delivered.cause().equals(background(1, 8)))
                .extracting(Event.MessageDelivered::node)
                .containsExactlyInAnyOrder("app-1", "app-2");
    }

    @Test
    void whatAListenerDoesIsDoneForTheRequestsOfTheMessage() throws Exception {
        var callers = new Heard();
        bus.subscribe(
                CHANNEL,
                "app-2",
                new Heard() {
                    @Override
                    public void received(String text) throws InterruptedException {
                        var caller = Caller.CURRENT.get();
                        callers.received(caller.node() + " " + caller.cause());
                    }
                });
        publish(7, "user:7");
        assertThat(callers.next()).isEqualTo("app-2 " + background(0, 7));
    }

    @Test
    void aMessageThatACutSubscriberMissedIsTold() throws Exception {
        var heard = new Heard();
        bus.subscribe(CHANNEL, "app-1", heard);
        tasks.fork(
                        "cuts and publishes at one moment",
                        () -> {
                            inner.cut("app-1");
                            publish(7, "user:7");
                        })
                .join();
        assertThat(List.of(heard.next(), heard.next(), heard.next()))
                .containsExactly(CONNECTED, DISCONNECTED, CONNECTED);
        assertThat(all(Event.MessageLost.class))
                .containsExactly(
                        new Event.MessageLost(1, 0, background(0, 7), "app-1", CHANNEL, 0));
        assertThat(all(Event.MessageDelivered.class)).isEmpty();
    }

    @Test
    void aMessageThatNobodyHereSentHasNoNumber() throws Exception {
        var heard = new Heard();
        bus.subscribe(CHANNEL, "app-1", heard);
        inner.publish(CHANNEL, "by hand");
        assertThat(List.of(heard.next(), heard.next())).containsExactly(CONNECTED, "by hand");
        assertThat(all(Event.MessageDelivered.class).getFirst().message()).isEqualTo(-1);
    }

    @Test
    void aRefusedMessageIsAFailureOfRedis() {
        faults.add(new Fault.Refused("Redis says no"));
        assertThatThrownBy(() -> ask(7, () -> bus.publish(CHANNEL, "user:7")))
                .isInstanceOf(CacheUnavailable.class);
        var failed = all(Event.TierFailed.class).getFirst();
        assertThat(failed.kind()).isEqualTo(CallKind.PUBLISH);
        assertThat(failed.key()).isEqualTo(CHANNEL);
        assertThat(all(Event.MessagePublished.class)).isEmpty();
    }

    @Test
    void aLongTextIsCutInTheLogAndComesWhole() throws Exception {
        var heard = new Heard();
        bus.subscribe(CHANNEL, "app-1", heard);
        publish(7, "x".repeat(5_000));
        assertThat(heard.next()).isEqualTo(CONNECTED);
        assertThat(heard.next()).hasSize(5_000);
        var text = all(Event.MessagePublished.class).getFirst().text();
        assertThat(text).endsWith("…");
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSize(512);
    }

    private static Cause background(long message, long request) {
        return new Cause.Background("message " + message, List.of(request));
    }

    private void publish(long request, String text) {
        try {
            assertThat(ask(request, () -> bus.publish(CHANNEL, text))).isNotNegative();
        } catch (CacheUnavailable unavailable) {
            throw new AssertionError(unavailable);
        }
    }

    private Fault nextFault() {
        return faults.isEmpty() ? new Fault.None() : faults.remove();
    }

    private <E extends Event> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static <T> T ask(long request, ScopedValue.CallableOp<T, CacheUnavailable> call)
            throws CacheUnavailable {
        return ScopedValue.where(Caller.CURRENT, Caller.request(request, "app-1", 10)).call(call);
    }
}
