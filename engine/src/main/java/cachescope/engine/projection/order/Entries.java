package cachescope.engine.projection.order;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries in a linked list between two sentinels, and found by their keys. */
final class Entries {
    private final Map<String, Node> byKey = new HashMap<>();
    private final Node head = new Node("");
    private final Node tail = new Node("");

    /** An entry; the sentinels have no key. */
    static final class Node {
        private final String key;
        private Node previous;
        private Node next;
        long version;
        long expiresAt = Long.MAX_VALUE;
        long usedAt;
        int uses;
        boolean marked;
        boolean tombstone;

        private Node(String key) {
            this.key = key;
            this.previous = this;
            this.next = this;
        }

        String key() {
            return key;
        }

        Listed listed() {
            return new Listed(key, version, uses, marked, usedAt, tombstone);
        }

        private Node copy() {
            var copy = new Node(key);
            copy.version = version;
            copy.expiresAt = expiresAt;
            copy.usedAt = usedAt;
            copy.uses = uses;
            copy.marked = marked;
            copy.tombstone = tombstone;
            return copy;
        }
    }

    Entries() {
        head.next = tail;
        tail.previous = head;
    }

    /** A copy of every entry, in the same order. */
    Entries copy() {
        var copy = new Entries();
        for (var node = head.next; node != tail; node = node.next) {
            var same = node.copy();
            copy.byKey.put(same.key, same);
            link(same, copy.tail.previous);
        }
        return copy;
    }

    int size() {
        return byKey.size();
    }

    @Nullable Node get(String key) {
        return byKey.get(key);
    }

    /** The first entry; null if there is none. */
    @Nullable Node first() {
        return entry(head.next);
    }

    /** The last entry; null if there is none. */
    @Nullable Node last() {
        return entry(tail.previous);
    }

    /** The entry before one, towards the head; null if it is the first. */
    @Nullable Node before(Node node) {
        return entry(node.previous);
    }

    /** The entry behind one; null if it is the last. */
    @Nullable Node behind(Node node) {
        return entry(node.next);
    }

    Node addFirst(String key) {
        var node = new Node(key);
        byKey.put(key, node);
        link(node, head);
        return node;
    }

    void moveFirst(Node node) {
        unlink(node);
        link(node, head);
    }

    /** Moves an entry to the place behind another. */
    void moveBehind(Node node, Node other) {
        unlink(node);
        link(node, other);
    }

    /** Moves an entry to a place counted from the head, or to the last one if there are fewer. */
    void moveTo(Node node, int place) {
        unlink(node);
        var before = head;
        for (int i = 0; i < place && before.next != tail; i++) {
            before = before.next;
        }
        link(node, before);
    }

    void remove(Node node) {
        unlink(node);
        byKey.remove(node.key);
    }

    void clear() {
        byKey.clear();
        head.next = tail;
        tail.previous = head;
    }

    private @Nullable Node entry(Node node) {
        return node == head || node == tail ? null : node;
    }

    private static void link(Node node, Node behind) {
        node.previous = behind;
        node.next = behind.next;
        behind.next.previous = node;
        behind.next = node;
    }

    private static void unlink(Node node) {
        node.previous.next = node.next;
        node.next.previous = node.previous;
    }
}
