package cachescope.engine.projection.order;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Span;
import cachescope.engine.event.Tier;
import cachescope.engine.eviction.BoundedCache;
import cachescope.engine.eviction.EvictionListener;
import cachescope.engine.eviction.Evictions;
import cachescope.engine.strategy.EvictionName;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.node.JsonNodeFactory;

/** Calls to a real cache, each told as a near cache tells it. */
final class CacheCalls {
    static final String NODE = "app-1";

    private final BoundedCache<String, Long> cache;
    private final List<Event> events = new ArrayList<>();
    private final List<String> evicted = new ArrayList<>();
    private long call;

    CacheCalls(EvictionName eviction, int capacity) {
        this(eviction, capacity, "ttl", 0);
    }

    /** As a near cache with a TTL of its own tells it, under traffic of a speed. */
    CacheCalls(EvictionName eviction, int capacity, String nearTtl, double speed) {
        cache =
                Evictions.cache(
                        eviction,
                        capacity,
                        new SplittableRandom(1),
                        new EvictionListener<String, Long>() {
                            @Override
                            public void evicted(String key, Long value) {
                                evicted.add(key);
                            }
                        });
        var strategy =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("eviction", eviction.label())
                        .put("nearCache", capacity)
                        .put("nearTtl", nearTtl);
        events.add(
                new Event.RunStarted(
                        0,
                        0,
                        1,
                        "simulated",
                        1,
                        speed,
                        strategy,
                        JsonNodeFactory.instance.objectNode()));
    }

    List<Event> events() {
        return events;
    }

    List<String> keys() {
        return cache.keys();
    }

    /** Does something by chance to one of so many keys. */
    void anything(SplittableRandom random, int keys) {
        var key = "k" + random.nextInt(keys);
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> get(key);
            case 5, 6, 7, 8 -> put(key);
            default -> remove(key);
        }
    }

    void get(String key) {
        boolean hit = cache.get(key) != null;
        var outcome = hit ? Outcome.HIT : Outcome.MISS;
        add(new Event.CacheRead(events.size(), span(), key, outcome, hit ? 1 : 0));
    }

    void put(String key) {
        evicted.clear();
        cache.put(key, call);
        var span = span();
        add(new Event.CacheWritten(events.size(), span, key, 1, true, Long.MAX_VALUE));
        for (var victim : evicted) {
            add(new Event.CacheRemoved(events.size(), span, victim, Removal.EVICTED, 1));
        }
    }

    void remove(String key) {
        cache.remove(key);
        add(new Event.CacheRemoved(events.size(), span(), key, Removal.DELETED, 0));
    }

    void flush() {
        cache.clear();
        events.add(new Event.NearFlushed(events.size(), call, NODE, "gap", 1));
    }

    private void add(Event event) {
        events.add(event);
    }

    private Span span() {
        long at = ++call;
        return new Span(at, at, at, at, new Cause.Request(at), NODE, Tier.NEAR_CACHE, List.of());
    }
}
