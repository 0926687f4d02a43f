package cachescope.engine.eviction;

import org.jspecify.annotations.Nullable;

/** An entry of {@link Lru}: one object that hangs in the list and in the hash map at once. */
final class Node<K, V> {
    final K key;
    final int hash;
    V value;
    int weight;

    /** Its neighbours in the list; itself while it is in none. */
    Node<K, V> previous = this;

    Node<K, V> next = this;

    /** The next one in its bucket of the hash map. */
    @Nullable Node<K, V> chained;

    Node(K key, int hash, V value, int weight) {
        this.key = key;
        this.hash = hash;
        this.value = value;
        this.weight = weight;
    }

    /** An end of a list, which is no entry, so that an entry always has two neighbours. */
    @SuppressWarnings("NullAway") // nobody asks an end for its key
    static <K, V> Node<K, V> sentinel() {
        return new Node<>(null, 0, null, 0);
    }
}
