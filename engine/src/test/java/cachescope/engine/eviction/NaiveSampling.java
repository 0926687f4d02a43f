package cachescope.engine.eviction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Redis' sampling in the plainest way, with the same draws. */
final class NaiveSampling implements NaivePolicy {
    private final int samples;
    private final RandomGenerator random;
    private final List<Entry> held = new ArrayList<>();
    private final Map<String, Entry> byKey = new HashMap<>();
    private final List<Candidate> pool = new ArrayList<>();
    private long now;

    NaiveSampling(int samples, RandomGenerator random) {
        this.samples = samples;
        this.random = random;
    }

    private static final class Entry {
        private final String key;
        private long usedAt;

        Entry(String key) {
            this.key = key;
        }
    }

    private record Candidate(Entry entry, long idle) {}

    @Override
    public void inserted(String key, int weight) {
        var entry = new Entry(key);
        held.add(entry);
        byKey.put(key, entry);
        used(key);
    }

    @Override
    public void used(String key) {
        Objects.requireNonNull(byKey.get(key)).usedAt = ++now;
    }

    @Override
    public void removed(String key) {
        int place = held.indexOf(byKey.remove(key));
        Collections.swap(held, place, held.size() - 1);
        held.removeLast();
    }

    @Override
    public String evict() {
        while (true) {
            for (int i = Math.min(samples, held.size()); i > 0; i--) {
                offer(held.get(random.nextInt(held.size())));
            }
            while (!pool.isEmpty()) {
                var candidate = pool.removeLast();
                if (held.contains(candidate.entry)) {
                    removed(candidate.entry.key);
                    return candidate.entry.key;
                }
            }
        }
    }

    /** The pool holds sixteen; a newcomer goes before those that are as idle as it is. */
    private void offer(Entry entry) {
        var candidate = new Candidate(entry, now - entry.usedAt);
        if (pool.size() == 16 && pool.getFirst().idle >= candidate.idle) {
            return;
        }
        if (pool.size() == 16) {
            pool.removeFirst();
        }
        pool.addFirst(candidate);
        pool.sort(Comparator.comparingLong(Candidate::idle));
    }

    @Override
    public void cleared() {
        pool.clear();
    }
}
