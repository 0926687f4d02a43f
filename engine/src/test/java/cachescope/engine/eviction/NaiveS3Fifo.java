package cachescope.engine.eviction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** S3-FIFO in the plainest way: three lists, each from its newest. */
final class NaiveS3Fifo implements NaivePolicy {
    private final List<String> small = new ArrayList<>();
    private final List<String> main = new ArrayList<>();
    private final List<String> ghosts = new ArrayList<>();
    private final Map<String, Integer> weights = new HashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private long capacity;
    private boolean goesOn;

    NaiveS3Fifo(long capacity) {
        this.capacity = capacity;
    }

    private long weight(List<String> queue) {
        return queue.stream().mapToLong(weights::get).sum();
    }

    @Override
    public void inserted(String key, int weight) {
        (ghosts.remove(key) ? main : small).addFirst(key);
        weights.put(key, weight);
        uses.put(key, 0);
    }

    @Override
    public void used(String key) {
        uses.merge(key, 1, (a, b) -> Math.min(3, a + b));
    }

    @Override
    public void removed(String key) {
        small.remove(key);
        main.remove(key);
    }

    @Override
    public String evict() {
        goesOn |= weight(small) >= capacity / 10 || main.isEmpty();
        while (goesOn && !small.isEmpty()) {
            var key = small.removeLast();
            if (uses.getOrDefault(key, 0) <= 1) {
                goesOn = false;
                remember(key);
                return key;
            }
            main.addFirst(key);
            uses.put(key, 0);
            if (weight(main) > capacity - capacity / 10) {
                goesOn = !small.isEmpty();
                return evictFromMain();
            }
        }
        goesOn = false;
        return evictFromMain();
    }

    private String evictFromMain() {
        while (uses.getOrDefault(main.getLast(), 0) > 0) {
            uses.merge(main.getLast(), -1, Integer::sum);
            main.addFirst(main.removeLast());
        }
        return main.removeLast();
    }

    @Override
    public boolean evictsMore() {
        return goesOn;
    }

    private void remember(String key) {
        if (weights.getOrDefault(key, 0) <= capacity * 9 / 10) {
            ghosts.addFirst(key);
            forget();
        }
    }

    private void forget() {
        while (weight(ghosts) > capacity * 9 / 10) {
            ghosts.removeLast();
        }
    }

    @Override
    public void resized(long newCapacity) {
        capacity = newCapacity;
        forget();
    }

    @Override
    public void cleared() {
        ghosts.clear();
        goesOn = false;
    }
}
