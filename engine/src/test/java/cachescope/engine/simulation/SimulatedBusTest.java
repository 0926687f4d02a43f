package cachescope.engine.simulation;

import static cachescope.engine.fixture.Heard.CONNECTED;
import static cachescope.engine.fixture.Heard.DISCONNECTED;
import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Tier;
import cachescope.engine.fixture.Heard;
import cachescope.engine.fixture.MessageBusContract;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.MessageBus.Subscription;
import cachescope.engine.port.Tasks;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.fault.Chance;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.fault.Span;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.Uniform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedBusTest extends MessageBusContract {
    private static final Chance ALWAYS = new Chance(1, 1);
    private static final Chance HALF = new Chance(1, 2);

    private final SimulatedTasks tasks = new SimulatedTasks(1);
    private final SimulatedBus bus = new SimulatedBus(tasks, losses);

    @AfterEach
    void close() {
        tasks.close();
    }

    @Override
    protected MessageBus bus() {
        return bus;
    }

    @Override
    protected void cut() {
        bus.cut("app-1");
        bus.cut("app-2");
    }

    /** Notes when what was heard came. */
    private static final class Timed extends Heard {
        private final SimulatedTasks tasks;

        Timed(SimulatedTasks tasks) {
            this.tasks = tasks;
        }

        @Override
        public void received(String text) throws InterruptedException {
            super.received(text + " at " + tasks.now());
        }
    }

    private Heard heard(String node) throws InterruptedException {
        var heard = new Timed(tasks);
        subscribe(CHANNEL, node, heard);
        assertThat(heard.next()).isEqualTo(CONNECTED);
        return heard;
    }

    /** Between the steps of a task no time passes but what it sleeps. */
    private void inOneTask(Tasks.Body body) throws InterruptedException {
        tasks.fork("sender", body).join();
    }

    private static Conditions faults(FaultRule... rules) {
        return Conditions.DEFAULT.withFaults(List.of(rules));
    }

    @Test
    void aMessageTakesHalfARoundTrip() throws Exception {
        var heard = heard("app-1");
        bus.publish(CHANNEL, "m");
        assertThat(heard.next()).isEqualTo("m at 500000");
    }

    @Test
    void aSlowRedisSlowsMessages() throws Exception {
        bus.change(faults(new FaultRule.Slow(Tier.REDIS, 10, Span.WHOLE_RUN)));
        var heard = heard("app-1");
        bus.publish(CHANNEL, "m");
        assertThat(heard.next()).isEqualTo("m at 5000000");
    }

    @Test
    void aDelayComesOnTopAndKeepsTheOrder() throws Exception {
        var early = new Span(0, 1);
        bus.change(faults(new FaultRule.MessagesDelayed(new Fixed(Duration.ofMillis(20)), early)));
        var heard = heard("app-1");
        inOneTask(() -> {
            bus.publish(CHANNEL, "delayed");
            tasks.sleep(Duration.ofMillis(1));
            bus.publish(CHANNEL, "next");
        });
        assertThat(List.of(heard.next(), heard.next()))
                .containsExactly("delayed at 20500000", "next at 20500000");
    }

    @Test
    void aLostMessageCountsAsReceivedAndIsToldAsLost() throws Exception {
        var heard = heard("app-1");
        bus.change(faults(new FaultRule.MessagesLost(ALWAYS, Span.WHOLE_RUN)));
        assertThat(bus.publish(CHANNEL, "gone")).isEqualTo(1);
        bus.change(Conditions.DEFAULT);
        bus.publish(CHANNEL, "comes");
        assertThat(heard.next()).startsWith("comes");
        assertThat(lost).containsExactly("invalidations app-1 gone");
    }

    @Test
    void aMessageHeldBackIsOvertakenByTheNext() throws Exception {
        var heard = heard("app-1");
        bus.change(faults(new FaultRule.MessagesOutOfOrder(ALWAYS, new Span(0, 1))));
        inOneTask(() -> {
            bus.publish(CHANNEL, "first");
            tasks.sleep(Duration.ofMillis(5));
            bus.publish(CHANNEL, "second");
            bus.publish(CHANNEL, "third");
        });
        assertThat(List.of(heard.next(), heard.next(), heard.next()))
                .containsExactly("second at 5500000", "first at 5500000", "third at 5500000");
    }

    @Test
    void aMessageHeldBackIsLostWithTheConnection() throws Exception {
        var heard = heard("app-1");
        bus.change(faults(new FaultRule.MessagesOutOfOrder(ALWAYS, Span.WHOLE_RUN)));
        bus.publish(CHANNEL, "held back");
        bus.cut("app-1");
        assertThat(heard.next()).isEqualTo(DISCONNECTED);
        assertThat(lost).containsExactly("invalidations app-1 held back");
    }

    @Test
    void whatIsOnTheWayWhenTheConnectionIsCutIsLost() throws Exception {
        var mine = heard("app-1");
        var other = heard("app-2");
        inOneTask(() -> {
            bus.publish(CHANNEL, "m");
            bus.cut("app-1");
        });
        assertThat(mine.next()).isEqualTo(DISCONNECTED);
        assertThat(other.next()).startsWith("m");
        assertThat(lost).containsExactly("invalidations app-1 m");
    }

    @Test
    void whileRedisIsDownNobodyIsConnected() throws Exception {
        long down = Duration.ofSeconds(2).toNanos();
        long up = Duration.ofSeconds(4).toNanos();
        var heard =
                new Heard() {
                    @Override
                    public void connected() throws InterruptedException {
                        rest().add("up at " + tasks.now());
                    }

                    @Override
                    public void disconnected(String reason) throws InterruptedException {
                        rest().add("down at " + tasks.now() + ": " + reason);
                    }
                };
        bus.change(faults(new FaultRule.Down(Tier.REDIS, new Span(down, up))));
        subscribe(CHANNEL, "app-1", heard);
        assertThat(List.of(heard.next(), heard.next(), heard.next()))
                .containsExactly(
                        "up at 0",
                        "down at 2000000000: The simulated Redis is down.",
                        "up at 4000000000");
    }

    @Test
    void subscribingWhileRedisIsDownIsToldAtOnce() throws Exception {
        bus.change(faults(new FaultRule.Down(Tier.REDIS, Span.WHOLE_RUN)));
        var heard = new Heard();
        subscribe(CHANNEL, "app-1", heard);
        assertThat(heard.rest()).containsExactly(DISCONNECTED);
        assertThat(bus.publish(CHANNEL, "m")).isZero();
        assertThat(lost).containsExactly("invalidations app-1 m");
        bus.change(Conditions.DEFAULT);
        assertThat(List.of(heard.next(), heard.next())).containsExactly(DISCONNECTED, CONNECTED);
    }

    @Test
    void aReceiverThatTakesTooLongIsCutOff() throws Exception {
        var go = tasks.monitor();
        var stuck = new boolean[] {true};
        var heard =
                new Heard() {
                    @Override
                    public void received(String text) throws InterruptedException {
                        go.when(() -> !stuck[0], Duration.ofDays(1_000), () -> text);
                        super.received(text);
                    }
                };
        subscribe(CHANNEL, "app-1", heard);
        int sent = SimulatedSubscription.ON_THE_WAY_MAX + 2;
        inOneTask(() -> {
            bus.publish(CHANNEL, "first");
            tasks.sleep(Duration.ofSeconds(1));
            for (int i = 1; i < sent; i++) {
                bus.publish(CHANNEL, "more");
            }
        });
        go.inside(() -> stuck[0] = false);
        assertThat(List.of(heard.next(), heard.next(), heard.next(), heard.next()))
                .containsExactly(CONNECTED, "first", DISCONNECTED, CONNECTED);
        assertThat(lost).hasSize(sent - 1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameSeedGivesTheSameFates(long seed) throws Exception {
        assertThat(fates(seed, 1)).isEqualTo(fates(seed, 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatANodeHearsDoesNotDependOnTheOthers(long seed) throws Exception {
        assertThat(fates(seed, 3).getFirst()).isEqualTo(fates(seed, 1).getFirst());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyMessageComesOnceOrIsLostOnce(long seed) throws Exception {
        for (var fates : fates(seed, 3)) {
            var texts = fates.stream().map(fate -> fate.split(" ", 2)[0]).sorted().toList();
            assertThat(texts).hasSize(100).doesNotHaveDuplicates();
        }
    }

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one == null ? LongStream.rangeClosed(1, 20) : LongStream.of(one);
    }

    /** What became of 100 messages for each node, some of them lost, delayed or held back. */
    private static List<List<String>> fates(long seed, int nodes) throws Exception {
        try (var own = new SimulatedTasks(seed)) {
            var fates = new ArrayList<List<String>>();
            for (int node = 1; node <= nodes; node++) {
                fates.add(new ArrayList<>());
            }
            var bus =
                    new SimulatedBus(
                            own,
                            (_, node, text) ->
                                    fates.get(number(node) - 1).add(text + " lost " + own.now()));
            bus.change(
                    faults(
                            new FaultRule.MessagesLost(new Chance(1, 5), Span.WHOLE_RUN),
                            new FaultRule.MessagesOutOfOrder(HALF, Span.WHOLE_RUN),
                            new FaultRule.MessagesDelayed(
                                    new Uniform(Duration.ZERO, Duration.ofMillis(3)),
                                    Span.WHOLE_RUN)));
            var open = new ArrayList<Subscription>();
            own.fork(
                            "sender",
                            () -> {
                                for (int node = 1; node <= nodes; node++) {
                                    var into = fates.get(node - 1);
                                    open.add(
                                            bus.subscribe(CHANNEL, "app-" + node, into(into, own)));
                                }
                                for (int i = 0; i < 100; i++) {
                                    bus.publish(CHANNEL, "m" + i);
                                    own.sleep(Duration.ofMillis(1));
                                }
                                for (int node = 1; node <= nodes; node++) {
                                    bus.cut("app-" + node);
                                }
                                own.sleep(Duration.ofSeconds(1));
                            })
                    .join();
            open.forEach(Subscription::close);
            return fates;
        }
    }

    private static int number(String node) {
        return Integer.parseInt(node.substring("app-".length()));
    }

    private static MessageBus.Listener into(List<String> fates, SimulatedTasks own) {
        return new Heard() {
            @Override
            public void received(String text) {
                fates.add(text + " came " + own.now());
            }
        };
    }
}
