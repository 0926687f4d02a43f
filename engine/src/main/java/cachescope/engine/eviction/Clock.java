package cachescope.engine.eviction;

import java.util.BitSet;

/**
 * A hand goes round the entries and takes the first one that was not used since it last came by
 * (Corbató, "A Paging Experiment with the Multics System", 1968). What was used gets a second
 * chance: its mark is wiped, and it waits for the next round. A new entry comes in unmarked behind
 * the hand, and after the one that makes room for it has left.
 *
 * <p>The ring is kept as a queue whose end is at the hand: what the hand passes goes to the front.
 */
public final class Clock implements Eviction {
    private final SlotList ring;
    private final BitSet marked = new BitSet();

    /** With room for so many slots before it has to grow. */
    public Clock(int slots) {
        ring = new SlotList(slots);
    }

    @Override
    public void inserted(int slot, int key, int weight) {
        ring.addFirst(slot);
    }

    @Override
    public void used(int slot) {
        marked.set(slot);
    }

    @Override
    public void removed(int slot) {
        ring.remove(slot);
        marked.clear(slot);
    }

    @Override
    public int evict() {
        while (marked.get(ring.last())) {
            marked.clear(ring.last());
            ring.moveToFront(ring.last());
        }
        return ring.removeLast();
    }

    @Override
    public void clear() {
        ring.clear();
        marked.clear();
    }

    @Override
    public int eldest() {
        return ring.last();
    }

    /** From the one that the hand has passed last. */
    @Override
    public int[] slots() {
        return ring.toArray();
    }
}
