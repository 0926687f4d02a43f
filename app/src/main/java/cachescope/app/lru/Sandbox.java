package cachescope.app.lru;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import cachescope.engine.eviction.BoundedCache;
import cachescope.engine.eviction.EvictionListener;
import cachescope.engine.eviction.Evictions;
import cachescope.engine.projection.order.CachePlace;
import cachescope.engine.projection.order.EntryOrder;
import cachescope.engine.strategy.EvictionName;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A small real cache that does what it is told. What it did is told as the events of any other
 * cache, with the evictions that its listener heard of, so it is shown in the same way.
 */
final class Sandbox {
    private static final int FIRST_CAPACITY = 4;
    private static final long SEED = 1;

    private final EvictionName eviction;
    private final BoundedCache<String, String> cache;
    private final EntryOrder fold = new EntryOrder(CachePlace.SHARED, OrderReader::isMeant);
    private final EventLog log = new EventLog();
    private final List<String> evicted = new ArrayList<>();
    private long time;

    Sandbox(EvictionName eviction) {
        this.eviction = eviction;
        this.cache =
                Evictions.cache(
                        eviction,
                        FIRST_CAPACITY,
                        new SplittableRandom(SEED),
                        new EvictionListener<String, String>() {
                            @Override
                            public void evicted(String key, String value) {
                                evicted.add(key);
                            }
                        });
        tellCapacity(FIRST_CAPACITY);
    }

    EvictionName eviction() {
        return eviction;
    }

    long capacity() {
        return cache.capacity();
    }

    /** The keys as the cache itself has them, the one that would leave last first. */
    List<String> keys() {
        return cache.keys();
    }

    /** Does it, and answers in a sentence. */
    String run(Command command) {
        evicted.clear();
        time++;
        return switch (command) {
            case Command.Get get -> get(get.key());
            case Command.Put put -> put(put.key(), put.value());
            case Command.Remove remove -> remove(remove.key());
            case Command.Capacity capacity -> resize(capacity.entries());
            case Command.Clear _ -> clear();
        };
    }

    /** How it stands now, with the last operation. */
    Reading reading(String selected) {
        return Reading.of(new Wish(log, CachePlace.SHARED, time, selected), fold, Long.MAX_VALUE);
    }

    private String get(String key) {
        var value = cache.get(key);
        var outcome = value == null ? Outcome.MISS : Outcome.HIT;
        tell(new Event.CacheRead(time, span(), key, outcome, value == null ? 0 : 1));
        return value == null ? key + " is not held: a miss." : key + " = " + value + ".";
    }

    private String put(String key, String value) {
        boolean there = cache.peek(key) != null;
        cache.put(key, value);
        tell(new Event.CacheWritten(time, span(), key, 1, true, Long.MAX_VALUE));
        tellEvicted();
        return key
                + (there ? " has a new value" : " is held")
                + (evicted.isEmpty() ? "." : ", and " + left() + " had to leave.");
    }

    private String remove(String key) {
        var value = cache.remove(key);
        tell(new Event.CacheRemoved(time, span(), key, Removal.DELETED, 0));
        return value == null ? key + " was not held." : key + " is dropped.";
    }

    private String resize(int entries) {
        cache.resize(entries);
        tellEvicted();
        tellCapacity(entries);
        return "Room for "
                + entries
                + (entries == 1 ? " entry" : " entries")
                + (evicted.isEmpty() ? "." : ": " + left() + " had to leave.");
    }

    private String clear() {
        cache.clear();
        tell(new Event.CacheSwept(time, span(), "*", fold.size()));
        return "Nothing is held.";
    }

    private String left() {
        return evicted.stream().collect(Collectors.joining(", "));
    }

    private void tellEvicted() {
        evicted.forEach(key -> tell(new Event.CacheRemoved(time, span(), key, Removal.EVICTED, 1)));
    }

    private void tellCapacity(int entries) {
        var strategy =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("eviction", eviction.label())
                        .put("cacheCapacity", entries);
        tell(new Event.StrategyChanged(time, time, "", strategy));
    }

    private void tell(Event event) {
        fold.accept(event);
    }

    private Span span() {
        return new Span(time, time, time, time, new Cause.Request(time), "", Tier.REDIS, List.of());
    }
}
