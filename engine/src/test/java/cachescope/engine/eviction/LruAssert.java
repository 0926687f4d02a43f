package cachescope.engine.eviction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the list and the map of an {@link Lru}: both directions, neighbours, and each other. */
final class LruAssert {
    private LruAssert() {}

    static <K, V> void isWellLinked(Lru<K, V> cache) {
        var forth = walk(cache.head(), cache.tail(), true, cache.size());
        var back = walk(cache.tail(), cache.head(), false, cache.size());
        assertThat(forth).as("from head to tail").isEqualTo(back.reversed());
        assertThat(forth).as("nodes").hasSize(cache.size());
        long weight = 0;
        for (var node : forth) {
            isSame(node, node.previous.next, "the right neighbour of its left one");
            isSame(node, node.next.previous, "the left neighbour of its right one");
            isSame(node, cache.table().find(node.key), "what the map finds");
            weight += node.weight;
        }
        assertThat(cache.weight()).as("weight").isEqualTo(weight);
        assertThat(cache.head().previous).as("before the head").isSameAs(cache.head());
        assertThat(cache.tail().next).as("after the tail").isSameAs(cache.tail());
    }

    private static void isSame(Node<?, ?> node, @Nullable Node<?, ?> other, String what) {
        if (other != node) {
            throw new AssertionError("%s is not %s".formatted(what, node.key));
        }
    }

    /** At most one step more than there should be, so that a loop ends. */
    private static <K, V> List<Node<K, V>> walk(
            Node<K, V> from, Node<K, V> to, boolean forth, int size) {
        var nodes = new ArrayList<Node<K, V>>();
        var node = forth ? from.next : from.previous;
        while (node != to && nodes.size() <= size) {
            nodes.add(node);
            node = forth ? node.next : node.previous;
        }
        return nodes;
    }
}
