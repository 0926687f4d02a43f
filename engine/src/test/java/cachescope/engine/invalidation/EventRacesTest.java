package cachescope.engine.invalidation;

import static cachescope.engine.port.PutCondition.ALWAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.near.NearCache;
import cachescope.engine.near.TieredCache;
import cachescope.engine.pattern.CacheAside;
import cachescope.engine.pattern.OwedInvalidations;
import cachescope.engine.pattern.Pattern;
import cachescope.engine.pattern.Ports;
import cachescope.engine.pattern.WriteThrough;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Glob;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.port.faulty.FaultyBus;
import cachescope.engine.simulation.SimulatedBus;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.fault.Chance;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.fault.Span;
import cachescope.engine.strategy.latency.Fixed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two nodes with near caches, which tell each other of their writes. A writes, B reads. */
class EventRacesTest {
    private static final Versioned OLD = new Versioned(1, "old");
    private static final Versioned NEW = new Versioned(2, "new");
    private static final Duration MILLI = Duration.ofMillis(1);

    private final Workbench bench = new Workbench();
    private final SimulatedBus wires = new SimulatedBus(bench.tasks, (channel, node, text) -> {});
    private final MessageBus bus = new FaultyBus(wires, bench.script, bench.tasks);
    private final List<String> told = new ArrayList<>();

    /** A node's near cache, what it stands before, and the pattern over them. */
    private record Node(NearCache near, EventHearing hearing, CacheStore cache, Pattern pattern) {}

    private Node node(String name, Strategy strategy) {
        return node(name, strategy, CacheAside::new);
    }

    private interface Kind {
        Pattern of(Ports ports, FixedExpiry expiry, Strategy strategy);
    }

    private Node node(String name, Strategy strategy, Kind kind) {
        var announcer = new Announcer(bus, bench.tasks, name);
        var near =
                new NearCache(
                        bench.tasks,
                        10,
                        Duration.ZERO,
                        EvictionName.LRU,
                        bench.tasks.random("eviction"));
        var hearing =
                new EventHearing(
                        bus,
                        bench.tasks,
                        name,
                        announcer,
                        near,
                        near,
                        new Told(name),
                        strategy.has(Fix.FLUSH_ON_GAP));
        var tiers = new TieredCache(near, bench.cache, hearing, strategy.has(Fix.NEAR_PLACEHOLDER));
        var cache = new AnnouncingCache(tiers, announcer);
        var ports =
                new Ports(
                        cache,
                        bench.records,
                        bench.records::read,
                        bench.tasks,
                        new OwedInvalidations(bench.tasks));
        var pattern = kind.of(ports, new FixedExpiry(strategy.timeToLive()), strategy);
        return new Node(near, hearing, cache, pattern);
    }

    private final class Told implements CopiesListener {
        private final String node;

        Told(String node) {
            this.node = node;
        }

        @Override
        public void nearFlushed(String reason, int entries) {
            told.add(node + " flushed " + entries + ": " + reason);
        }

        @Override
        public void subscriptionMade(String channel) {
            told.add(node + " listens to " + channel);
        }

        @Override
        public void subscriptionLost(String channel, String reason) {
            told.add(node + " lost " + channel);
        }
    }

    private void meet(FaultRule... faults) {
        wires.change(
                new Conditions(
                        Conditions.DEFAULT.latency(),
                        List.of(faults),
                        Conditions.DEFAULT.cacheCapacity()));
    }

    private Versioned read(Node node) throws Exception {
        return bench.ask(() -> node.pattern.read("k"));
    }

    private void write(Node node, String value) throws Exception {
        bench.ask(() -> node.pattern.write("k", value));
    }

    /** Lets a node listen and have a near copy of the record. */
    private void warm(Node node) throws Exception {
        for (int i = 0; i < 3; i++) {
            read(node);
            bench.pass(MILLI);
        }
        assertThat(node.near.get("k")).isPresent();
    }

    private static FaultRule lost(Duration from, Duration to) {
        return new FaultRule.MessagesLost(new Chance(1, 1), new Span(from.toNanos(), to.toNanos()));
    }

    @Test
    void aWriteReachesTheNearCopiesOfOthers() throws Exception {
        bench.rows.write("k", "old");
        var a = node("app-1", Strategy.DEFAULT);
        var b = node("app-2", Strategy.DEFAULT);
        warm(a);
        warm(b);
        write(a, "new");
        assertThat(a.near.get("k")).isEmpty();
        bench.pass(MILLI);
        assertThat(b.near.get("k")).isEmpty();
        assertThat(read(b)).isEqualTo(NEW);
        assertThat(told)
                .containsExactly(
                        "app-1 listens to cache:invalidate", "app-2 listens to cache:invalidate");
    }

    @Test
    void aWriteThatSetsItsValueReachesThemToo() throws Exception {
        bench.rows.write("k", "old");
        var update = Strategy.DEFAULT.withOnWrite(OnWrite.UPDATE);
        var a = node("app-1", update);
        var through = node("app-3", Strategy.DEFAULT, WriteThrough::new);
        var b = node("app-2", update);
        warm(b);
        write(a, "new");
        bench.pass(MILLI);
        assertThat(read(b)).isEqualTo(NEW);
        warm(b);
        write(through, "newer");
        bench.pass(MILLI);
        assertThat(read(b)).isEqualTo(new Versioned(3, "newer"));
    }

    @Test
    void aFillIsNotTold() throws Exception {
        bench.rows.write("k", "old");
        read(node("app-1", Strategy.DEFAULT));
        assertThat(bench.script.calls()).noneMatch(call -> call.startsWith("PUBLISH"));
    }

    /** B has a near copy; the message of A's write gets lost; then A writes something else. */
    private Node afterALostMessage(Strategy strategy) throws Exception {
        bench.rows.write("k", "old");
        var a = node("app-1", strategy);
        var b = node("app-2", strategy);
        bench.ask(() -> a.pattern.write("other", "first"));
        bench.ask(() -> a.pattern.write("other", "second"));
        warm(b);
        bench.ask(() -> a.pattern.write("other", "third"));
        bench.pass(MILLI);
        warm(b);
        meet(lost(Duration.ZERO, Duration.ofDays(1)));
        write(a, "new");
        meet();
        bench.pass(MILLI);
        assertThat(read(b)).isEqualTo(OLD);
        bench.ask(() -> a.pattern.write("other", "value"));
        bench.pass(MILLI);
        return b;
    }

    @Test
    void aGapInTheNumbersEmptiesTheNearCache() throws Exception {
        assertThat(read(afterALostMessage(Strategy.DEFAULT))).isEqualTo(NEW);
        assertThat(told)
                .contains("app-2 flushed 1: a message of app-1@0 before number 5 is missing");
    }

    @Test
    void withoutFlushOnGapALostMessageLeavesTheOldCopy() throws Exception {
        var strategy = Strategy.DEFAULT.without(Fix.FLUSH_ON_GAP);
        assertThat(read(afterALostMessage(strategy))).isEqualTo(OLD);
    }

    @Test
    void theFirstMessageOfASenderThatIsLostLeavesAGapToo() throws Exception {
        bench.rows.write("k", "old");
        var a = node("app-1", Strategy.DEFAULT);
        var b = node("app-2", Strategy.DEFAULT);
        warm(b);
        meet(lost(Duration.ZERO, Duration.ofDays(1)));
        write(a, "new");
        meet();
        bench.ask(() -> a.pattern.write("other", "value"));
        bench.pass(MILLI);
        assertThat(read(b)).isEqualTo(NEW);
    }

    /** B's connection is lost; A writes; B connects again. */
    private Node afterALostConnection(Strategy strategy) throws Exception {
        bench.rows.write("k", "old");
        var a = node("app-1", strategy);
        var b = node("app-2", strategy);
        warm(b);
        wires.cut("app-2");
        bench.pass(MILLI);
        write(a, "new");
        return b;
    }

    @Test
    void aLostConnectionEmptiesTheNearCacheAndItStaysClosedUntilThereIsOne() throws Exception {
        var b = afterALostConnection(Strategy.DEFAULT);
        assertThat(read(b)).isEqualTo(NEW);
        assertThat(b.near.isOpen()).isFalse();
        assertThat(b.near.get("k")).isEmpty();
        bench.pass(Duration.ofMillis(100));
        assertThat(read(b)).isEqualTo(NEW);
        assertThat(b.near.get("k")).isPresent();
        assertThat(told)
                .containsExactly(
                        "app-2 listens to cache:invalidate",
                        "app-2 lost cache:invalidate",
                        "app-2 flushed 1: the connection for messages was lost",
                        "app-2 listens to cache:invalidate");
    }

    @Test
    void withoutFlushOnGapALostConnectionLeavesTheOldCopy() throws Exception {
        var b = afterALostConnection(Strategy.DEFAULT.without(Fix.FLUSH_ON_GAP));
        bench.pass(Duration.ofMillis(100));
        assertThat(read(b)).isEqualTo(OLD);
    }

    @Test
    void aLateMessageDropsWhatItMeansAndNothingElse() throws Exception {
        bench.rows.write("k", "old");
        var a = node("app-1", Strategy.DEFAULT);
        var b = node("app-2", Strategy.DEFAULT);
        warm(b);
        meet(new FaultRule.MessagesDelayed(new Fixed(Duration.ofSeconds(1)), Span.WHOLE_RUN));
        write(a, "new");
        bench.pass(Duration.ofMillis(500));
        assertThat(read(b)).isEqualTo(OLD);
        bench.pass(Duration.ofMillis(600));
        assertThat(read(b)).isEqualTo(NEW);
        assertThat(told).noneMatch(line -> line.contains("flushed"));
    }

    @Test
    void aNearCopyThatIsNewerThanTheMessageStays() throws Exception {
        var b = node("app-2", Strategy.DEFAULT);
        b.near.open();
        b.near.put("k", new Entry(NEW, 0, Entry.NEVER, 0), ALWAYS);
        b.hearing.received(Announcement.ofKey("k", 1, "app-1@0", 1).text());
        assertThat(b.near.get("k")).isPresent();
        b.hearing.received(Announcement.ofKey("k", 2, "app-1@0", 0).text());
        assertThat(b.near.get("k")).isEmpty();
    }

    @Test
    void aPatternDropsAllThatItMeansHereAndThere() throws Exception {
        var a = node("app-1", Strategy.DEFAULT);
        var b = node("app-2", Strategy.DEFAULT);
        warmed(b, "user:7");
        warmed(b, "item:7");
        bench.memory.put("user:7", new Entry(OLD, 0, Entry.NEVER, 0), ALWAYS);
        assertThat(bench.ask(() -> a.cache.removeMatching(new Glob("user:*")))).isEqualTo(1);
        bench.pass(MILLI);
        assertThat(b.near.get("user:7")).isEmpty();
        assertThat(b.near.get("item:7")).isPresent();
    }

    private void warmed(Node node, String key) throws Exception {
        bench.ask(() -> node.cache.get(key));
        bench.pass(MILLI);
        node.near.put(key, new Entry(OLD, 0, Entry.NEVER, 0), ALWAYS);
    }

    @Test
    void aKeyThatIsTooLongForAMessageMeansAll() throws Exception {
        var a = node("app-1", Strategy.DEFAULT);
        var b = node("app-2", Strategy.DEFAULT);
        warmed(b, "item:7");
        bench.ask(() -> a.pattern.write("k".repeat(1 << 17), "new"));
        bench.pass(MILLI);
        assertThat(b.near.get("item:7")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "{\"id\":7}", "[[[[", "17 user:7"})
    void whatIsNoMessageIsPassedOver(String text) throws Exception {
        bench.rows.write("k", "old");
        var b = node("app-2", Strategy.DEFAULT);
        warm(b);
        bench.ask(() -> bus.publish(Announcer.CHANNEL, text));
        bench.pass(MILLI);
        assertThat(b.near.get("k")).isPresent();
        assertThat(told).noneMatch(line -> line.contains("flushed"));
    }

    /** All attempts but the last to tell of a write fail. */
    private Node afterFailedMessages(Strategy strategy, int failures) throws Exception {
        bench.rows.write("k", "old");
        var a = node("app-1", strategy);
        var b = node("app-2", strategy);
        warm(b);
        for (int i = 0; i < failures; i++) {
            bench.script.next(CallKind.PUBLISH, new Fault.Refused("busy"));
        }
        write(a, "new");
        bench.pass(MILLI);
        return b;
    }

    @Test
    void aMessageThatCouldNotBeSentIsTriedAgain() throws Exception {
        assertThat(read(afterFailedMessages(Strategy.DEFAULT, 2))).isEqualTo(NEW);
    }

    @Test
    void aMessageThatNeverWentOutIsAGapThatTheNextOneShows() throws Exception {
        bench.rows.write("k", "old");
        var a = node("app-1", Strategy.DEFAULT);
        var b = node("app-2", Strategy.DEFAULT);
        warm(b);
        for (int i = 0; i < 3; i++) {
            bench.script.next(CallKind.PUBLISH, new Fault.Refused("busy"));
        }
        write(a, "new");
        bench.pass(MILLI);
        assertThat(read(b)).isEqualTo(OLD);
        bench.ask(() -> a.pattern.write("other", "value"));
        bench.pass(MILLI);
        assertThat(read(b)).isEqualTo(NEW);
    }

    @Test
    void whatIsOwedIsMadeUpForWhenTheWriterReadsTheKey() throws Exception {
        bench.rows.write("k", "old");
        var a = node("app-1", Strategy.DEFAULT);
        var b = node("app-2", Strategy.DEFAULT);
        warm(b);
        for (int i = 0; i < 3; i++) {
            bench.script.next(CallKind.PUBLISH, new Fault.Refused("busy"));
        }
        write(a, "new");
        read(a);
        bench.pass(MILLI);
        assertThat(read(b)).isEqualTo(NEW);
    }

    @Test
    void withoutRetriesAMessageThatFailedOnceIsForgottenInSilence() throws Exception {
        var strategy = Strategy.DEFAULT.without(Fix.RETRY_INVALIDATION);
        assertThat(read(afterFailedMessages(strategy, 1))).isEqualTo(OLD);
    }

    @Test
    void messagesOfOneNodeAreSentInTheOrderOfTheirNumbers() throws Exception {
        var a = node("app-1", Strategy.DEFAULT);
        var b = node("app-2", Strategy.DEFAULT);
        warmed(b, "item:7");
        bench.script.hold(CallKind.PUBLISH, Duration.ofMillis(500));
        var first = bench.begin(() -> a.pattern.write("first", "value"));
        var second = bench.begin(() -> a.pattern.write("second", "value"));
        assertThat(second.isOver()).isFalse();
        bench.pass(Duration.ofSeconds(1));
        assertThat(first.isOver() && second.isOver()).isTrue();
        assertThat(b.near.get("item:7")).isPresent();
    }

    @Test
    void aMessageWaitsForThoseBeforeItButNotForEver() {
        var announcer = new Announcer(bus, bench.tasks, "app-1");
        bench.script.hold(CallKind.PUBLISH, Duration.ofHours(1));
        bench.begin(() -> overtaken(announcer));
        assertThatThrownBy(() -> bench.ask(() -> overtaken(announcer)))
                .isInstanceOf(CacheUnavailable.class);
    }

    private static String overtaken(Announcer announcer) throws CacheUnavailable {
        announcer.overtaken("k", 2);
        return "k";
    }

    @Test
    void aNodeThatIsClosedListensNoMore() throws Exception {
        bench.rows.write("k", "old");
        var b = node("app-2", Strategy.DEFAULT);
        warm(b);
        b.hearing.close();
        bench.pass(MILLI);
        assertThat(bench.ask(() -> bus.publish(Announcer.CHANNEL, "anybody?"))).isZero();
        assertThat(b.near.isOpen()).isFalse();
    }

    @Test
    void aWriteThatSetsItsValueIsRefusedWhereItCannotBeTold() {
        var through = node("app-1", Strategy.DEFAULT, WriteThrough::new);
        bench.script.refuse(CallKind.PUBLISH);
        assertThatThrownBy(() -> write(through, "new")).hasMessageContaining("write");
        assertThat(bench.rows.read("k").isPresent()).isFalse();
    }
}
