package cachescope.engine.eviction;

import java.util.BitSet;

/**
 * A queue in which nothing ever moves, and a hand that goes through it from the oldest entry to the
 * newest, wipes the marks of those that were used, and takes the first without one (Zhang, Yang,
 * Yue, Vigfusson, Rashmi, "SIEVE is Simpler than LRU", NSDI 2024). New entries come in at the
 * front, unmarked, while the hand stays where it is.
 */
public final class Sieve implements Eviction {
    private final SlotList queue;
    private final BitSet marked = new BitSet();
    private int hand = SlotList.NONE;

    /** With room for so many slots before it has to grow. */
    public Sieve(int slots) {
        queue = new SlotList(slots);
    }

    @Override
    public void inserted(int slot, int key, int weight) {
        queue.addFirst(slot);
    }

    @Override
    public void used(int slot) {
        marked.set(slot);
    }

    @Override
    public void removed(int slot) {
        if (slot == hand) {
            hand = queue.previous(slot);
        }
        queue.remove(slot);
        marked.clear(slot);
    }

    @Override
    public int evict() {
        int slot = eldest();
        while (marked.get(slot)) {
            marked.clear(slot);
            hand = queue.previous(slot);
            slot = eldest();
        }
        hand = queue.previous(slot);
        queue.remove(slot);
        return slot;
    }

    @Override
    public void clear() {
        queue.clear();
        marked.clear();
        hand = SlotList.NONE;
    }

    /** The one at the hand; past the newest it begins again at the oldest. */
    @Override
    public int eldest() {
        return hand == SlotList.NONE ? queue.last() : hand;
    }

    /** From the newest. */
    @Override
    public int[] slots() {
        return queue.toArray();
    }
}
