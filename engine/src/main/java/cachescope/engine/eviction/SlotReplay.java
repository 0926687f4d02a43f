package cachescope.engine.eviction;

import java.util.Arrays;

/** Requests of keys that all weigh the same, in arrays of numbers and nothing else. */
public final class SlotReplay implements Replay {
    private final Eviction eviction;
    private final int capacity;
    private int[] slotOf;
    private int[] keyOf = new int[0];
    private final Slots slots = new Slots();
    private int size;

    /**
     * The policy must be new; {@code capacity} is a number of keys.
     *
     * @param keys for how many there is room before more has to be made
     */
    public SlotReplay(int capacity, int keys, Eviction eviction) {
        slotOf = new int[keys];
        Arrays.fill(slotOf, SlotList.NONE);
        this.capacity = (int) Refusal.capacity(capacity);
        this.eviction = eviction;
    }

    @Override
    public boolean hits(int key) {
        if (key >= slotOf.length) {
            slotOf = grown(slotOf, key);
        }
        int slot = slotOf[key];
        if (slot != SlotList.NONE) {
            eviction.used(slot);
            return true;
        }
        admit(key);
        return false;
    }

    private void admit(int key) {
        int slot = freeSlot();
        if (slot >= keyOf.length) {
            keyOf = grown(keyOf, slot);
        }
        slotOf[key] = slot;
        keyOf[slot] = key;
        eviction.inserted(slot, key, 1);
    }

    private int freeSlot() {
        if (size < capacity) {
            size++;
            return slots.take();
        }
        int slot = evict();
        while (eviction.evictsMore()) {
            slots.giveBack(evict());
            size--;
        }
        return slot;
    }

    private int evict() {
        int slot = eviction.evict();
        slotOf[keyOf[slot]] = SlotList.NONE;
        return slot;
    }

    /** Room up to an index, where what is new has {@link SlotList#NONE}. */
    static int[] grown(int[] numbers, int index) {
        var grown = Arrays.copyOf(numbers, Math.max(index + 1, numbers.length * 2));
        Arrays.fill(grown, numbers.length, grown.length, SlotList.NONE);
        return grown;
    }
}
