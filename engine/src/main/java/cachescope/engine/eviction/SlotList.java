package cachescope.engine.eviction;

import java.util.Arrays;

/**
 * A doubly linked list of slots in two arrays of numbers, from a first one to a last one. One
 * sentinel closes it to a ring, so no step has a special case for an empty list. A slot is in it
 * once at most. Grows with the slots; moving one about allocates nothing.
 */
final class SlotList {
    /** No slot: what comes before the first and after the last one. */
    static final int NONE = -1;

    /** The links of slot s are at s + 1, and the sentinel's at 0. */
    private static final int SENTINEL = 0;

    private int[] previous;
    private int[] next;
    private int size;

    /** An empty list with room for so many slots before it has to grow. */
    SlotList(int slots) {
        previous = new int[slots + 1];
        next = new int[slots + 1];
    }

    /** Puts a slot that is not in the list before all others. */
    void addFirst(int slot) {
        insertAfter(NONE, slot);
    }

    /** Puts a slot that is not in the list after all others. */
    void addLast(int slot) {
        insertAfter(last(), slot);
    }

    /** Puts a slot that is not in the list behind one that is, or first behind {@link #NONE}. */
    void insertAfter(int there, int slot) {
        int node = slot + 1;
        if (node >= next.length) {
            int length = Math.max(node + 1, next.length + (next.length >> 1));
            previous = Arrays.copyOf(previous, length);
            next = Arrays.copyOf(next, length);
        }
        int before = there + 1;
        int after = next[before];
        previous[node] = before;
        next[node] = after;
        next[before] = node;
        previous[after] = node;
        size++;
    }

    /** Takes out a slot that is in the list. */
    void remove(int slot) {
        int before = previous[slot + 1];
        int after = next[slot + 1];
        next[before] = after;
        previous[after] = before;
        size--;
    }

    /** Puts a slot that is in the list before all others. */
    void moveToFront(int slot) {
        int node = slot + 1;
        if (next[SENTINEL] != node) {
            remove(slot);
            addFirst(slot);
        }
    }

    /** Takes out the last slot; the list must not be empty. */
    int removeLast() {
        int slot = last();
        remove(slot);
        return slot;
    }

    void clear() {
        next[SENTINEL] = SENTINEL;
        previous[SENTINEL] = SENTINEL;
        size = 0;
    }

    int first() {
        return next[SENTINEL] - 1;
    }

    int last() {
        return previous[SENTINEL] - 1;
    }

    /** The slot after this one; {@link #NONE} after the last. */
    int next(int slot) {
        return next[slot + 1] - 1;
    }

    /** The slot before this one; {@link #NONE} before the first. */
    int previous(int slot) {
        return previous[slot + 1] - 1;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The slots from the first to the last. */
    int[] toArray() {
        var slots = new int[size];
        int slot = first();
        for (int i = 0; i < slots.length; i++) {
            slots[i] = slot;
            slot = next(slot);
        }
        return slots;
    }
}
