package cachescope.engine.near;

import static cachescope.engine.port.PutCondition.ALWAYS;
import static cachescope.engine.port.PutCondition.IF_NEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Glob;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.EvictionName;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A near cache before a shared one, R reads and W writes. */
class TieredCacheTest {
    private final Workbench bench = new Workbench();
    private final NearCache near =
            new NearCache(
                    bench.tasks,
                    10,
                    Duration.ZERO,
                    EvictionName.LRU,
                    bench.tasks.random("eviction"));
    private final TieredCache tiers = tiers(true);

    private TieredCache tiers(boolean stamps) {
        return new TieredCache(near, bench.cache, Hearing.NONE, stamps);
    }

    @BeforeEach
    void open() {
        near.open();
    }

    private static Entry entry(long version) {
        return new Entry(new Versioned(version, "value " + version), 0, Entry.NEVER, 0);
    }

    @Test
    void aLookUpKeepsWhatItFindsAndTheNextOneAsksNobody() throws Exception {
        bench.memory.put("k", entry(1), ALWAYS);
        assertThat(bench.ask(() -> tiers.get("k"))).contains(entry(1));
        bench.script.calls();
        assertThat(bench.ask(() -> tiers.get("k"))).contains(entry(1));
        assertThat(bench.script.calls()).isEmpty();
    }

    @Test
    void aFillThatTheSharedCacheRefusesIsNotKept() throws Exception {
        bench.memory.invalidate("k", 2);
        assertThat(bench.ask(() -> tiers.put("k", entry(1), IF_NEWER))).isFalse();
        assertThat(near.get("k")).isEmpty();
        assertThat(bench.ask(() -> tiers.put("k", entry(2), IF_NEWER))).isTrue();
        assertThat(near.get("k")).contains(entry(2));
    }

    @Test
    void aWriteDropsTheNearCopyAndTheNextLookUpFetchesTheNewOne() throws Exception {
        near.put("k", entry(1), ALWAYS);
        assertThat(bench.ask(() -> tiers.write("k", entry(2), IF_NEWER))).isTrue();
        assertThat(near.get("k")).isEmpty();
        assertThat(bench.ask(() -> tiers.get("k"))).contains(entry(2));
    }

    @Test
    void theNearCopyGoesEvenWhereTheSharedCacheIsAway() {
        bench.script.loseCache();
        near.put("a", entry(1), ALWAYS);
        near.put("b", entry(1), ALWAYS);
        near.put("c", entry(1), ALWAYS);
        assertThatThrownBy(() -> bench.ask(() -> invalidated("a")))
                .isInstanceOf(CacheUnavailable.class);
        assertThatThrownBy(() -> bench.ask(() -> tiers.write("b", entry(2), IF_NEWER)))
                .isInstanceOf(CacheUnavailable.class);
        assertThatThrownBy(() -> bench.ask(() -> removed("c")))
                .isInstanceOf(CacheUnavailable.class);
        assertThat(near.removeMatching(new Glob("*"))).isZero();
    }

    @Test
    void whatAPatternMeansGoesFromBoth() throws Exception {
        bench.ask(() -> tiers.put("user:7", entry(1), IF_NEWER));
        assertThat(bench.ask(() -> tiers.removeMatching(new Glob("user:*")))).isEqualTo(1);
        assertThat(bench.ask(() -> tiers.get("user:7"))).isEmpty();
    }

    @Test
    void aHearingIsBegunByTheFirstLookUp() throws Exception {
        var begun = new int[1];
        var hearing =
                new Hearing() {
                    @Override
                    public void begin() {
                        begun[0]++;
                    }

                    @Override
                    public void cut() {}

                    @Override
                    public void close() {}
                };
        var listening = new TieredCache(near, bench.cache, hearing, true);
        assertThat(begun[0]).isZero();
        bench.ask(() -> listening.get("k"));
        assertThat(begun[0]).isOne();
    }

    /** R fetches the old copy; W sets the new one and invalidates near; then R puts what it has. */
    private Optional<Entry> afterALateNearFill(TieredCache cache) throws Exception {
        bench.memory.put("k", entry(1), ALWAYS);
        bench.script.next(CallKind.GET, new Fault.Delayed(Duration.ZERO, Duration.ofSeconds(1)));
        var reader = bench.begin(() -> cache.get("k"));
        bench.memory.put("k", entry(2), ALWAYS);
        near.invalidate("k", 2);
        bench.pass(Duration.ofSeconds(1));
        assertThat(reader.answer()).contains(entry(1));
        return bench.ask(() -> cache.get("k"));
    }

    @Test
    void aCopyThatWasOvertakenWhileItWasFetchedIsNotKept() throws Exception {
        assertThat(afterALateNearFill(tiers)).contains(entry(2));
    }

    @Test
    void withoutAPlaceholderALateNearFillStays() throws Exception {
        assertThat(afterALateNearFill(tiers(false))).contains(entry(1));
    }

    private String invalidated(String key) throws CacheUnavailable {
        tiers.invalidate(key, 2);
        return key;
    }

    private String removed(String key) throws CacheUnavailable {
        tiers.remove(key);
        return key;
    }
}
