package cachescope.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.fixture.KeySpaceContract;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Glob;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.KeySpace.Scope;
import cachescope.engine.port.Locks;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.StoredKey;
import cachescope.engine.port.StructureStore;
import cachescope.engine.port.Versioned;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SimulatedKeySpaceTest extends KeySpaceContract {
    private final AtomicLong now = new AtomicLong();
    private final SimulatedCache cache = new SimulatedCache(now::get);
    private final SimulatedLocks locks = new SimulatedLocks(now::get);
    private final SimulatedMarks marks = new SimulatedMarks();
    private final SimulatedTagSets tags = new SimulatedTagSets();
    private final SimulatedStructures structures = new SimulatedStructures(now::get, key -> key);
    private final SimulatedKeySpace keys =
            SimulatedKeySpace.of(
                    cache, locks, new SimulatedLeases(cache, now::get), marks, tags, structures);

    @Override
    protected KeySpace keys() {
        return keys;
    }

    @Override
    protected CacheStore cache() {
        return cache;
    }

    @Override
    protected Locks locks() {
        return locks;
    }

    @Override
    protected StructureStore structures() {
        return structures;
    }

    @Override
    protected long now() {
        return now.get();
    }

    @Test
    void whatHasExpiredIsThereNoMore() throws CacheUnavailable {
        locks.take("a", "token", Duration.ofNanos(10));
        now.set(9);
        assertThat(keys.read(Scope.RUN, "lock:a").orElseThrow().timeToLive()).hasValue(1);
        now.set(10);
        assertThat(keys.read(Scope.RUN, "lock:a")).isEmpty();
    }

    @Test
    void versionsAndSetsOfTagsAreThereToo() {
        marks.set(List.of("user"), 5);
        tags.add("user", "user:7");
        assertThat(keys.page(Scope.RUN, new Glob("*"), KeySpace.START, 10).keys())
                .extracting(StoredKey::name)
                .containsExactly("mark:user", "tag:user");
    }

    @Test
    void lookingIsNoUse() {
        cache.resize(2);
        put("a");
        put("b");
        keys.page(Scope.RUN, new Glob("*"), KeySpace.START, 10);
        assertThat(keys.read(Scope.RUN, "a")).isPresent();
        put("c");
        assertThat(cache.get("a")).as("the one used longest ago").isEmpty();
        assertThat(cache.get("b")).isPresent();
    }

    private void put(String key) {
        cache.put(key, new Entry(new Versioned(1, "v"), 0, Entry.NEVER, 0), PutCondition.ALWAYS);
    }
}
