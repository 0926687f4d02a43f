package cachescope.engine.eviction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a cache of a policy must answer, in the plainest way. */
final class NaiveCache {
    final List<String> evicted = new ArrayList<>();
    final Map<String, Integer> values = new LinkedHashMap<>();
    private final Map<String, Integer> weights = new LinkedHashMap<>();
    private final NaivePolicy policy;
    private long capacity;

    NaiveCache(long capacity, NaivePolicy policy) {
        this.capacity = capacity;
        this.policy = policy;
    }

    @Nullable Integer get(String key) {
        if (values.containsKey(key)) {
            policy.used(key);
        }
        return values.get(key);
    }

    void put(String key, int value, int weight) {
        if (weights.getOrDefault(key, weight) != weight) {
            remove(key);
        }
        if (values.containsKey(key)) {
            policy.used(key);
        } else {
            evictUntil(capacity - weight);
            policy.inserted(key, weight);
            weights.put(key, weight);
        }
        values.put(key, value);
    }

    @Nullable Integer remove(String key) {
        if (values.containsKey(key)) {
            policy.removed(key);
            weights.remove(key);
        }
        return values.remove(key);
    }

    void clear() {
        List.copyOf(values.keySet()).forEach(this::remove);
        policy.cleared();
    }

    void resize(long newCapacity) {
        capacity = newCapacity;
        policy.resized(newCapacity);
        evictUntil(capacity);
    }

    long weight() {
        return weights.values().stream().mapToLong(Integer::intValue).sum();
    }

    private void evictUntil(long most) {
        while (weight() > most || policy.evictsMore()) {
            var victim = policy.evict();
            weights.remove(victim);
            values.remove(victim);
            evicted.add(victim);
        }
    }
}
