package cachescope.engine.eviction;

import org.jspecify.annotations.Nullable;

/**
 * The hash map of {@link Lru}, from keys to nodes. Nodes of one bucket are chained to each other,
 * so a look-up goes through no object but the nodes. It doubles when it is three quarters full.
 */
final class NodeTable<K, V> {
    private static final int SMALLEST = 16;
    private static final int LARGEST = 1 << 30;

    private @Nullable Node<K, V>[] buckets = buckets(SMALLEST);
    private int size;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
    private static <K, V> @Nullable Node<K, V>[] buckets(int count) {
        return new Node[count];
    }

    int size() {
        return size;
    }

    @Nullable Node<K, V> find(K key) {
        int hash = hash(key);
        @Nullable Node<K, V>[] all = buckets;
        Node<K, V> node = all[hash & (all.length - 1)];
        while (node != null && !(node.hash == hash && isKey(node, key))) {
            node = node.chained;
        }
        return node;
    }

    @SuppressWarnings("ReferenceEquality") // most keys are the very same object
    private boolean isKey(Node<K, V> node, K key) {
        return node.key == key || key.equals(node.key);
    }

    /** Adds a node whose key is not in the map. */
    void add(Node<K, V> node) {
        if (size >= buckets.length - buckets.length / 4 && buckets.length < LARGEST) {
            grow();
        }
        chain(buckets, node);
        size++;
    }

    private static <K, V> void chain(@Nullable Node<K, V>[] buckets, Node<K, V> node) {
        int bucket = node.hash & (buckets.length - 1);
        node.chained = buckets[bucket];
        buckets[bucket] = node;
    }

    /** Removes a node that is in the map. */
    void remove(Node<K, V> node) {
        int bucket = node.hash & (buckets.length - 1);
        var before = buckets[bucket];
        if (before == node) {
            buckets[bucket] = node.chained;
        } else {
            while (before != null && before.chained != node) {
                before = before.chained;
            }
            if (before != null) {
                before.chained = node.chained;
            }
        }
        node.chained = null;
        size--;
    }

    void clear() {
        buckets = buckets(SMALLEST);
        size = 0;
    }

    private void grow() {
        @Nullable Node<K, V>[] larger = buckets(buckets.length * 2);
        for (var first : buckets) {
            var node = first;
            while (node != null) {
                var rest = node.chained;
                chain(larger, node);
                node = rest;
            }
        }
        buckets = larger;
    }

    /** The high bits of a hash code count too, as only the low ones choose the bucket. */
    static int hash(Object key) {
        int code = Refusal.ifNull(key).hashCode();
        return code ^ (code >>> 16);
    }
}
