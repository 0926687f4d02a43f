package cachescope.engine.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LruTest extends BoundedCacheContract {

    @Override
    BoundedCache<String, Integer> create(
            long capacity, EvictionListener<String, Integer> listener) {
        return new Lru<>(capacity, listener);
    }

    @Override
    void check(BoundedCache<String, Integer> cache) {
        LruAssert.isWellLinked((Lru<String, Integer>) cache);
    }

    @Override
    NaivePolicy model(long capacity) {
        return new NaivePolicy.LeastRecentlyUsed();
    }

    @Test
    void theOneUsedLongestAgoLeaves() {
        var cache = cache(3);
        cache.put("a", 1);
        cache.put("b", 2);
        cache.put("c", 3);
        cache.get("a");
        cache.put("b", 4);
        cache.put("d", 5);

        assertThat(evicted).containsExactly("c");
        assertThat(cache.keys()).containsExactly("d", "b", "a");
        assertThat(cache.eldest()).isEqualTo("a");
    }

    @Test
    void lookingWithoutUsingChangesNoOrder() {
        var cache = cache(2);
        cache.put("a", 1);
        cache.put("b", 2);
        cache.peek("a");
        cache.put("c", 3);

        assertThat(evicted).containsExactly("a");
    }

    @Test
    void everyMoveIsHeardInOrder() {
        var heard = new ArrayList<String>();
        var cache = new Lru<String, Integer>(2, new Moves(heard));
        cache.put("a", 1);
        cache.put("b", 2);
        cache.get("a");
        cache.get("a");
        cache.put("c", 3);
        cache.remove("a");

        assertThat(String.join(", ", heard))
                .isEqualTo(
                        "link a, link b, unlink a, front a, link a, front a, "
                                + "unlink b, evict b, link c, unlink a");
        LruAssert.isWellLinked(cache);
    }

    private record Moves(List<String> heard) implements EvictionListener<String, Integer> {
        @Override
        public void linked(String key) {
            heard.add("link " + key);
        }

        @Override
        public void unlinked(String key) {
            heard.add("unlink " + key);
        }

        @Override
        public void movedToFront(String key) {
            heard.add("front " + key);
        }

        @Override
        public void evicted(String key, Integer value) {
            heard.add("evict " + key);
        }
    }
}
