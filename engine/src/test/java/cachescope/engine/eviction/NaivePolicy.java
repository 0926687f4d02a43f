package cachescope.engine.eviction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An eviction policy in the plainest way: lists and scans. */
interface NaivePolicy {
    void inserted(String key, int weight);

    void used(String key);

    void removed(String key);

    /** Chooses the key that leaves, and forgets it. */
    String evict();

    default boolean evictsMore() {
        return false;
    }

    default void resized(long capacity) {}

    /** All were removed, and none is remembered. */
    default void cleared() {}

    /** The one used longest ago leaves. */
    final class LeastRecentlyUsed implements NaivePolicy {
        private final List<String> byUse = new ArrayList<>();

        @Override
        public void inserted(String key, int weight) {
            byUse.add(key);
        }

        @Override
        public void used(String key) {
            byUse.remove(key);
            byUse.add(key);
        }

        @Override
        public void removed(String key) {
            byUse.remove(key);
        }

        @Override
        public String evict() {
            return byUse.removeFirst();
        }
    }

    /** The one held longest leaves. */
    final class FirstIn implements NaivePolicy {
        private final List<String> byAge = new ArrayList<>();

        @Override
        public void inserted(String key, int weight) {
            byAge.add(key);
        }

        @Override
        public void used(String key) {}

        @Override
        public void removed(String key) {
            byAge.remove(key);
        }

        @Override
        public String evict() {
            return byAge.removeFirst();
        }
    }

    /** A hand goes round a ring, and takes the first one without a mark. */
    final class SecondChance implements NaivePolicy {
        private final List<String> ring = new ArrayList<>();
        private final Set<String> marked = new HashSet<>();
        private int hand;

        /** Behind the hand, so that the hand comes to it last. */
        @Override
        public void inserted(String key, int weight) {
            ring.add(hand, key);
            hand++;
        }

        @Override
        public void used(String key) {
            marked.add(key);
        }

        @Override
        public void removed(String key) {
            int place = ring.indexOf(key);
            ring.remove(place);
            hand -= place < hand ? 1 : 0;
            marked.remove(key);
        }

        @Override
        public String evict() {
            while (true) {
                hand = hand == ring.size() ? 0 : hand;
                if (!marked.remove(ring.get(hand))) {
                    return ring.remove(hand);
                }
                hand++;
            }
        }
    }

    /** The one used least often leaves, and among those the one used longest ago. */
    final class LeastOftenUsed implements NaivePolicy {
        private final List<String> byUse = new ArrayList<>();
        private final Map<String, Integer> counts = new HashMap<>();

        @Override
        public void inserted(String key, int weight) {
            used(key);
        }

        @Override
        public void used(String key) {
            byUse.remove(key);
            byUse.add(key);
            counts.merge(key, 1, Integer::sum);
        }

        @Override
        public void removed(String key) {
            byUse.remove(key);
            counts.remove(key);
        }

        @Override
        public String evict() {
            var victim = Collections.min(byUse, Comparator.comparing(counts::get));
            removed(victim);
            return victim;
        }
    }

    /** A hand goes from the oldest to the newest, and nothing moves. */
    final class Sieving implements NaivePolicy {
        private final List<String> byAge = new ArrayList<>();
        private final Set<String> marked = new HashSet<>();
        private int hand;

        @Override
        public void inserted(String key, int weight) {
            byAge.add(key);
        }

        @Override
        public void used(String key) {
            marked.add(key);
        }

        @Override
        public void removed(String key) {
            int place = byAge.indexOf(key);
            byAge.remove(place);
            hand -= place < hand ? 1 : 0;
            hand = hand == byAge.size() ? 0 : hand;
            marked.remove(key);
        }

        @Override
        public String evict() {
            while (marked.remove(byAge.get(hand))) {
                hand = hand + 1 == byAge.size() ? 0 : hand + 1;
            }
            var victim = byAge.get(hand);
            removed(victim);
            return victim;
        }
    }
}
