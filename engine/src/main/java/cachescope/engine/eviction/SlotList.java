package cachescope.engine.eviction;

import java.util.Arrays;

/**
 * A doubly linked list of slots in an array of numbers, from a first one to a last one. One
 * sentinel closes it to a ring, so no step has a special case for an empty list. A slot is in it
 * once at most. Grows with the slots; moving one about allocates nothing.
 */
final class SlotList {
    /** No slot: what comes before the first and after the last one. */
    static final int NONE = -1;

    /** What is added to the place of a slot's next link to get the place of its previous one. */
    private static final int BACK = 1;

    /** Where the sentinel's links are. */
    private static final int SENTINEL = 0;

    /**
     * Links are places of links: those of a slot stand side by side, so that a step touches as
     * little memory as can be.
     */
    private int[] links;

    private int size;

    /** An empty list with room for so many slots before it has to grow. */
    SlotList(int slots) {
        links = new int[place(slots)];
    }

    private static int place(int slot) {
        return 2 * slot + 2;
    }

    private static int slot(int place) {
        return (place >> 1) - 1;
    }

    /** Puts a slot that is not in the list before all others. */
    void addFirst(int slot) {
        insertAfter(NONE, slot);
    }

    /** Puts a slot that is not in the list behind one that is, or first behind {@link #NONE}. */
    void insertAfter(int there, int slot) {
        int place = place(slot);
        if (place >= links.length) {
            links = Arrays.copyOf(links, Math.max(place + 2, 2 * links.length));
        }
        link(place(there), place);
        size++;
    }

    private void link(int before, int place) {
        int after = links[before];
        links[place] = after;
        links[place + BACK] = before;
        links[before] = place;
        links[after + BACK] = place;
    }

    private void unlink(int place) {
        int after = links[place];
        int before = links[place + BACK];
        links[before] = after;
        links[after + BACK] = before;
    }

    /** Takes out a slot that is in the list. */
    void remove(int slot) {
        unlink(place(slot));
        size--;
    }

    /** Puts a slot that is in the list before all others. */
    void moveToFront(int slot) {
        int place = place(slot);
        if (links[SENTINEL] != place) {
            unlink(place);
            link(SENTINEL, place);
        }
    }

    /** Takes out the last slot; the list must not be empty. */
    int removeLast() {
        int slot = last();
        remove(slot);
        return slot;
    }

    void clear() {
        links[SENTINEL] = SENTINEL;
        links[SENTINEL + BACK] = SENTINEL;
        size = 0;
    }

    int first() {
        return slot(links[SENTINEL]);
    }

    int last() {
        return slot(links[SENTINEL + BACK]);
    }

    /** The slot after this one; {@link #NONE} after the last. */
    int next(int slot) {
        return slot(links[place(slot)]);
    }

    /** The slot before this one; {@link #NONE} before the first. */
    int previous(int slot) {
        return slot(links[place(slot) + BACK]);
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

    /** The slots from the last to the first. */
    int[] toArrayFromLast() {
        var slots = new int[size];
        int slot = last();
        for (int i = 0; i < slots.length; i++) {
            slots[i] = slot;
            slot = previous(slot);
        }
        return slots;
    }
}
