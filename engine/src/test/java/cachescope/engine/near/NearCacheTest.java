package cachescope.engine.near;

import static cachescope.engine.port.PutCondition.ALWAYS;
import static cachescope.engine.port.PutCondition.IF_NEWER;
import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.fixture.ManualTasks;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Glob;
import cachescope.engine.port.Versioned;
import cachescope.engine.strategy.EvictionName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NearCacheTest {
    private final ManualTasks tasks = new ManualTasks();
    private final NearCache near =
            new NearCache(
                    tasks, 2, Duration.ofSeconds(10), EvictionName.LRU, tasks.random("eviction"));

    @BeforeEach
    void open() {
        near.open();
    }

    private Entry entry(long version, Duration life) {
        long expiresAt = life.isZero() ? Entry.NEVER : tasks.now() + life.toNanos();
        return new Entry(new Versioned(version, "value " + version), tasks.now(), expiresAt, 0);
    }

    private Entry entry(long version) {
        return entry(version, Duration.ZERO);
    }

    @Test
    void theLeastRecentlyUsedEntryLeavesAndItsLeavingIsTold() throws Exception {
        near.put("a", entry(1), IF_NEWER);
        near.put("b", entry(2), IF_NEWER);
        near.get("a");
        var evicted =
                new CallNotes()
                        .during(() -> {
                            near.put("c", entry(3), IF_NEWER);
                            return CallNotes.evicted();
                        });
        assertThat(evicted).containsExactly(new CallNotes.Evicted("b", 2));
        assertThat(near.get("b")).isEmpty();
        assertThat(near.get("a")).isPresent();
        assertThat(near.get("c")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(
            value = EvictionName.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPT", "W_TINY_LFU"}) // which may turn the new one away
    void whateverLeavesIsToldUnlessItHadExpired(EvictionName eviction) throws Exception {
        var tested =
                new NearCache(tasks, 3, Duration.ofSeconds(10), eviction, tasks.random("eviction"));
        tested.open();
        for (int i = 0; i < 3; i++) {
            tested.put("expired " + i, entry(1), IF_NEWER);
        }
        tasks.run(Duration.ofSeconds(10));
        assertThat(evictedBy(tested, "new", 3)).isEmpty();
        assertThat(evictedBy(tested, "newer", 5)).hasSize(5);
    }

    private List<CallNotes.Evicted> evictedBy(NearCache tested, String key, int count)
            throws Exception {
        return new CallNotes()
                .during(() -> {
                    for (int i = 0; i < count; i++) {
                        tested.put(key + " " + i, entry(1), IF_NEWER);
                    }
                    return CallNotes.evicted();
                });
    }

    @Test
    void theEvictionIsTheChosenOne() {
        var tested =
                new NearCache(tasks, 2, Duration.ZERO, EvictionName.FIFO, tasks.random("eviction"));
        tested.open();
        tested.put("a", entry(1), IF_NEWER);
        tested.put("b", entry(1), IF_NEWER);
        tested.get("a");
        tested.put("c", entry(1), IF_NEWER);
        assertThat(tested.get("a")).isEmpty();
        assertThat(tested.get("b")).isPresent();
    }

    @Test
    void anEntryLivesForItsTimeHere() {
        near.put("k", entry(1, Duration.ofSeconds(60)), IF_NEWER);
        tasks.run(Duration.ofSeconds(10).minusNanos(1));
        assertThat(near.get("k")).isPresent();
        tasks.run(Duration.ofNanos(1));
        assertThat(near.get("k")).isEmpty();
    }

    @Test
    void anEntryIsNeverServedPastItsExpiryNotEvenInItsGrace() {
        var brief = entry(1, Duration.ofSeconds(3));
        near.put("k", brief.keptUntil(Duration.ofSeconds(60).toNanos()), IF_NEWER);
        tasks.run(Duration.ofSeconds(3));
        assertThat(near.get("k")).isEmpty();
        assertThat(near.put("k", brief, IF_NEWER)).isFalse();
    }

    @Test
    void withoutATimeOfItsOwnAnEntryLivesAsLongAsItIsValid() {
        var forEver =
                new NearCache(tasks, 2, Duration.ZERO, EvictionName.LRU, tasks.random("eviction"));
        forEver.open();
        forEver.put("k", entry(1), IF_NEWER);
        forEver.put("brief", entry(1, Duration.ofDays(2)), IF_NEWER);
        tasks.run(Duration.ofDays(2));
        assertThat(forEver.get("k")).isPresent();
        assertThat(forEver.get("brief")).isEmpty();
    }

    @Test
    void anOlderEntryIsRefusedAndOneOfTheSameVersionTaken() {
        near.put("k", entry(2, Duration.ofSeconds(1)), IF_NEWER);
        assertThat(near.put("k", entry(1), IF_NEWER)).isFalse();
        assertThat(near.put("k", entry(2), IF_NEWER)).isTrue();
        tasks.run(Duration.ofSeconds(2));
        assertThat(near.get("k")).isPresent();
    }

    @Test
    void anInvalidationKeepsWhatIsNewer() {
        near.put("k", entry(3), IF_NEWER);
        near.invalidate("k", 2);
        assertThat(near.get("k")).isPresent();
        near.invalidate("k", 3);
        assertThat(near.get("k")).isEmpty();
    }

    @Test
    void anEntryThatWasOvertakenWhileItWasFetchedIsRefused() {
        var stamp = near.stamp("k");
        near.invalidate("k", 2);
        assertThat(near.put("k", entry(1).stamped(stamp), IF_NEWER)).isFalse();
        assertThat(near.put("k", entry(2).stamped(near.stamp("k")), IF_NEWER)).isTrue();
    }

    @Test
    void everythingThatIsBeingFetchedIsRefusedAfterItWasEmptied() {
        var before = near.stamp("k");
        near.open();
        assertThat(near.put("k", entry(1).stamped(before), IF_NEWER)).isFalse();
        var sweep = near.stamp("k");
        near.removeMatching(new Glob("*"));
        assertThat(near.put("k", entry(1).stamped(sweep), IF_NEWER)).isFalse();
    }

    @Test
    void whileItIsClosedItHoldsNothingAndTakesNothing() {
        near.put("a", entry(1), ALWAYS);
        near.put("b", entry(1), ALWAYS);
        assertThat(near.close()).isEqualTo(2);
        assertThat(near.get("a")).isEmpty();
        assertThat(near.put("a", entry(2), ALWAYS)).isFalse();
        assertThat(near.open()).isZero();
        assertThat(near.put("a", entry(2), ALWAYS)).isTrue();
    }

    @Test
    void whatAPatternMeansGoes() {
        near.put("user:7", entry(1), ALWAYS);
        near.put("item:7", entry(1), ALWAYS);
        assertThat(near.removeMatching(new Glob("user:*"))).isEqualTo(1);
        assertThat(near.get("user:7")).isEmpty();
        assertThat(near.get("item:7")).isPresent();
    }

    @Test
    void absencesAreKeptToo() {
        near.put("k", new Entry(new Versioned(4, null), 0, Entry.NEVER, 0), IF_NEWER);
        assertThat(near.get("k").orElseThrow().versioned().isPresent()).isFalse();
    }

    static List<Long> seeds() {
        var one = Long.getLong("seed");
        return one == null ? LongStream.rangeClosed(1, 100).boxed().toList() : List.of(one);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anySequenceOfCallsMatchesTheModel(long seed) {
        var random = new SplittableRandom(seed);
        int capacity = random.nextInt(1, 6);
        var tested =
                new NearCache(
                        tasks, capacity, Duration.ZERO, EvictionName.LRU, tasks.random("eviction"));
        tested.open();
        var model = new LinkedHashMap<String, Entry>(16, 0.75f, true);
        for (int step = 0; step < 300; step++) {
            var key = "k" + random.nextInt(8);
            switch (random.nextInt(4)) {
                case 0 ->
                        assertThat(tested.get(key))
                                .as("step %d", step)
                                .isEqualTo(Optional.ofNullable(model.get(key)));
                case 1 -> {
                    long version = random.nextInt(5);
                    tested.invalidate(key, version);
                    var there = model.get(key);
                    if (there != null && there.version() <= version) {
                        model.remove(key);
                    }
                }
                default -> {
                    var offered = entry(random.nextInt(5));
                    tested.put(key, offered, ALWAYS);
                    model.put(key, offered);
                    if (model.size() > capacity) {
                        model.pollFirstEntry();
                    }
                }
            }
        }
    }
}
