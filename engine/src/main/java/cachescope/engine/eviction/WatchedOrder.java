package cachescope.engine.eviction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache in front of another one, of which it tells each move within the order.
 *
 * <p>It knows the order that it told last. What a call to an {@link Lru} moves is known beforehand:
 * the key goes to the head, others leave at the tail; so the list is walked from the head to the
 * key, and as much is moved. After a call to any other cache its whole order is compared with the
 * one that was told: each call takes time and room for all entries. For one thread at a time.
 */
public final class WatchedOrder<K, V> implements BoundedCache<K, V> {
    private final BoundedCache<K, V> cache;
    private final OrderListener<? super K> listener;
    private final @Nullable Lru<K, V> lru;
    private final List<K> told = new ArrayList<>();

    /** Tells at once, as coming in, what the cache holds, from its head on. */
    public WatchedOrder(BoundedCache<K, V> cache, OrderListener<? super K> listener) {
        this.cache = cache;
        this.listener = listener;
        this.lru = cache instanceof Lru<K, V> list ? list : null;
        tellDifference();
    }

    @Override
    public @Nullable V get(K key) {
        return lru == null
                ? telling(() -> cache.get(key))
                : tellingUse(lru, key, () -> cache.get(key));
    }

    @Override
    public @Nullable V peek(K key) {
        return cache.peek(key);
    }

    @Override
    public void put(K key, V value, int weight) {
        Supplier<@Nullable V> put =
                () -> {
                    cache.put(key, value, weight);
                    return value;
                };
        if (lru == null) {
            telling(put);
        } else {
            tellingUse(lru, key, put);
        }
    }

    @Override
    public @Nullable V remove(K key) {
        if (lru == null) {
            return telling(() -> cache.remove(key));
        }
        int place = lru.place(key);
        var removed = cache.remove(key);
        if (place >= 0) {
            told.remove(place);
            listener.moved(key, place, OrderListener.NOWHERE);
        }
        return removed;
    }

    @Override
    public void clear() {
        cache.clear();
        tellLeavingDownTo(0);
    }

    @Override
    public void resize(long capacity) {
        cache.resize(capacity);
        tellDifference();
    }

    private @Nullable V tellingUse(Lru<K, V> list, K key, Supplier<@Nullable V> call) {
        int from = list.place(key);
        var answer = call.get();
        if (list.place(key) < 0) {
            return answer;
        }
        if (from > 0) {
            told.remove(from);
            tellAtHead(key, from);
        }
        tellLeavingDownTo(from < 0 ? list.size() - 1 : list.size());
        if (from < 0) {
            tellAtHead(key, from);
        }
        return answer;
    }

    private void tellAtHead(K key, int from) {
        told.addFirst(key);
        listener.moved(key, from, 0);
    }

    private @Nullable V telling(Supplier<@Nullable V> call) {
        var answer = call.get();
        tellDifference();
        return answer;
    }

    private void tellLeavingDownTo(int size) {
        while (told.size() > size) {
            var key = told.removeLast();
            listener.moved(key, told.size(), OrderListener.NOWHERE);
        }
    }

    private void tellDifference() {
        OrderDifference.tell(told, cache.keys(), listener);
    }

    @Override
    public List<K> keys() {
        return cache.keys();
    }

    @Override
    public @Nullable K eldest() {
        return cache.eldest();
    }

    @Override
    public int size() {
        return cache.size();
    }

    @Override
    public long weight() {
        return cache.weight();
    }

    @Override
    public long capacity() {
        return cache.capacity();
    }
}
