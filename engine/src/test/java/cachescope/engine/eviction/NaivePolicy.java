package cachescope.engine.eviction;

import java.util.ArrayList;
import java.util.List;

/** An eviction policy in the plainest way: lists and scans. */
interface NaivePolicy {
    void inserted(String key, int weight);

    void used(String key);

    void removed(String key);

    /** Chooses the key that leaves, and forgets it. */
    String evict();

    default void resized(long capacity) {}

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
}
