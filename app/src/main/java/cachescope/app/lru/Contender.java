package cachescope.app.lru;

import cachescope.engine.eviction.BoundedCache;
import cachescope.engine.eviction.EvictionListener;
import cachescope.engine.eviction.Lru;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy that is tried on the requests of a log: a real cache, and beside it the exact order of
 * last use of what it holds, by which its choices are judged.
 */
final class Contender {
    /** Of larger caches it is not told where in the exact order the one that left stood. */
    private static final int RANKED_MAX = 4_096;

    private final RivalPolicy policy;
    private final BoundedCache<String, Boolean> cache;
    private final Lru<String, Boolean> exact;
    private final List<String> left = new ArrayList<>();
    private long hits;
    private long requests;
    private long evictions;
    private long agreed;
    private Optional<Departure> last = Optional.empty();

    /**
     * An entry that left.
     *
     * @param exact the one that was not used for longest, which an exact LRU would have let go
     * @param fromTail at which place from the tail of the exact order the one that left stood, from
     *     1; 0 if that was not looked for
     */
    record Departure(long at, String went, String exact, int fromTail) {}

    Contender(RivalPolicy policy, long capacity) {
        this.policy = policy;
        this.exact = new Lru<>(capacity);
        this.cache =
                policy.cache(
                        capacity,
                        new EvictionListener<String, Boolean>() {
                            @Override
                            public void evicted(String key, Boolean value) {
                                left.add(key);
                            }
                        });
    }

    RivalPolicy policy() {
        return policy;
    }

    /** The keys it holds, the one that would leave last first, as far as it has such an order. */
    List<String> keys() {
        return cache.keys();
    }

    /** The same by their last use. */
    List<String> byLastUse() {
        return exact.keys();
    }

    boolean holds(String key) {
        return cache.peek(key) != null;
    }

    /** The share of requests that it held; NaN before the first. */
    double hitRatio() {
        return requests == 0 ? Double.NaN : (double) hits / requests;
    }

    long evictions() {
        return evictions;
    }

    /** How many evictions took the one that an exact LRU would have taken. */
    long agreed() {
        return agreed;
    }

    Optional<Departure> last() {
        return last;
    }

    /** A request: a get that inserts on a miss. Returns who left for it. */
    List<String> request(String key, long at) {
        requests++;
        left.clear();
        if (cache.get(key) != null) {
            hits++;
            exact.get(key);
            return List.of();
        }
        cache.put(key, true);
        left.forEach(victim -> leave(victim, at));
        if (cache.peek(key) != null) {
            exact.put(key, true);
        }
        return List.copyOf(left);
    }

    void remove(String key) {
        cache.remove(key);
        exact.remove(key);
    }

    void clear() {
        cache.clear();
        exact.clear();
    }

    private void leave(String victim, long at) {
        evictions++;
        var eldest = exact.eldest();
        var would = eldest == null ? victim : eldest;
        agreed += would.equals(victim) ? 1 : 0;
        last = Optional.of(new Departure(at, victim, would, fromTail(victim)));
        exact.remove(victim);
    }

    private int fromTail(String victim) {
        if (exact.size() > RANKED_MAX) {
            return 0;
        }
        int at = exact.keys().indexOf(victim);
        return at < 0 ? 0 : exact.size() - at;
    }
}
