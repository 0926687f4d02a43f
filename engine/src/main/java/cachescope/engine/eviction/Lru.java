package cachescope.engine.eviction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The least recently used entry leaves: the doubly linked list with a hash map, written out by
 * hand. The list runs from the most recently used entry to the least, between two sentinels, so no
 * step has a special case for an empty list or for an end of it. All take constant time, and a hit
 * allocates nothing. For one thread at a time.
 */
public final class Lru<K, V> implements BoundedCache<K, V> {
    private final NodeTable<K, V> table = new NodeTable<>();
    private final Node<K, V> head = Node.sentinel();
    private final Node<K, V> tail = Node.sentinel();
    private final @Nullable EvictionListener<? super K, ? super V> listener;
    private long capacity;
    private long weight;

    public Lru(long capacity) {
        this(capacity, null);
    }

    /** A listener hears every change of the list; null costs nothing. */
    public Lru(long capacity, @Nullable EvictionListener<? super K, ? super V> listener) {
        this.capacity = Refusal.capacity(capacity);
        this.listener = listener;
        head.next = tail;
        tail.previous = head;
    }

    @Override
    public @Nullable V get(K key) {
        var node = table.find(key);
        if (node == null) {
            return null;
        }
        moveToFront(node);
        return node.value;
    }

    @Override
    public @Nullable V peek(K key) {
        var node = table.find(key);
        return node == null ? null : node.value;
    }

    @Override
    public void put(K key, V value, int newWeight) {
        var node = table.find(key);
        if (node != null && node.weight == newWeight) {
            node.value = value;
            moveToFront(node);
            return;
        }
        Refusal.weight(key, newWeight, capacity);
        if (node == null) {
            evictUntilFits(newWeight);
            insert(new Node<>(key, NodeTable.hash(key), value, newWeight));
        } else {
            weight += newWeight - node.weight;
            node.weight = newWeight;
            node.value = value;
            moveToFront(node);
            evictUntilFits(0);
        }
    }

    @Override
    public @Nullable V remove(K key) {
        var node = table.find(key);
        if (node == null) {
            return null;
        }
        drop(node);
        return node.value;
    }

    @Override
    public void clear() {
        while (table.size() > 0) {
            drop(tail.previous);
        }
        table.clear();
    }

    @Override
    public void resize(long newCapacity) {
        capacity = Refusal.capacity(newCapacity);
        evictUntilFits(0);
    }

    private void evictUntilFits(long more) {
        while (weight + more > capacity) {
            var eldest = tail.previous;
            drop(eldest);
            if (listener != null) {
                listener.evicted(eldest.key, eldest.value);
            }
        }
    }

    private void insert(Node<K, V> node) {
        table.add(node);
        weight += node.weight;
        linkFirst(node);
    }

    private void drop(Node<K, V> node) {
        unlink(node);
        node.previous = node;
        node.next = node;
        weight -= node.weight;
        table.remove(node);
    }

    private void moveToFront(Node<K, V> node) {
        boolean moves = head.next != node;
        if (listener == null) {
            if (moves) {
                takeOut(node);
                putFirst(node);
            }
            return;
        }
        if (moves) {
            unlink(node);
        }
        listener.movedToFront(node.key);
        if (moves) {
            linkFirst(node);
        }
    }

    private void unlink(Node<K, V> node) {
        takeOut(node);
        if (listener != null) {
            listener.unlinked(node.key);
        }
    }

    private void linkFirst(Node<K, V> node) {
        putFirst(node);
        if (listener != null) {
            listener.linked(node.key);
        }
    }

    private void takeOut(Node<K, V> node) {
        var previous = node.previous;
        var next = node.next;
        previous.next = next;
        next.previous = previous;
    }

    private void putFirst(Node<K, V> node) {
        var first = head.next;
        node.previous = head;
        node.next = first;
        first.previous = node;
        head.next = node;
    }

    /** From the most recently used one on. */
    @Override
    public List<K> keys() {
        var keys = new ArrayList<K>(table.size());
        for (var node = head.next; node != tail; node = node.next) {
            keys.add(node.key);
        }
        return keys;
    }

    /**
     * How many entries were used after that of a key; -1 if it is not held. Walks the list from the
     * entry to its head.
     */
    int place(K key) {
        var node = table.find(key);
        int place = -1;
        for (; node != null && node != head; node = node.previous) {
            place++;
        }
        return place;
    }

    @Override
    public @Nullable K eldest() {
        return table.size() == 0 ? null : tail.previous.key;
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public long weight() {
        return weight;
    }

    @Override
    public long capacity() {
        return capacity;
    }

    /** The two ends and the map, for whoever checks that they agree. */
    Node<K, V> head() {
        return head;
    }

    Node<K, V> tail() {
        return tail;
    }

    NodeTable<K, V> table() {
        return table;
    }
}
