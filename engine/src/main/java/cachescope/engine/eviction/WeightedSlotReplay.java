package cachescope.engine.eviction;

/** Requests of keys of different sizes, in arrays of numbers and nothing else. */
public final class WeightedSlotReplay implements WeightedReplay {
    private final Eviction eviction;
    private final long capacity;
    private final Slots slots = new Slots();
    private final SlotNumbers keyOf = new SlotNumbers(16);
    private final SlotNumbers weightOf = new SlotNumbers(16);
    private int[] slotOf = new int[0];
    private long weight;

    /** The policy must be new. */
    public WeightedSlotReplay(long capacity, Eviction eviction) {
        this.capacity = Refusal.capacity(capacity);
        this.eviction = eviction;
    }

    @Override
    public boolean hits(int key, int size) {
        if (key >= slotOf.length) {
            slotOf = SlotReplay.grown(slotOf, key);
        }
        int slot = slotOf[key];
        if (slot != SlotList.NONE) {
            eviction.used(slot);
            return true;
        }
        if (size <= capacity) {
            admit(key, size);
        }
        return false;
    }

    private void admit(int key, int size) {
        while (weight + size > capacity || eviction.evictsMore()) {
            int victim = eviction.evict();
            slotOf[(int) keyOf.get(victim)] = SlotList.NONE;
            weight -= weightOf.get(victim);
            slots.giveBack(victim);
        }
        int slot = slots.take();
        slotOf[key] = slot;
        keyOf.set(slot, key);
        weightOf.set(slot, size);
        weight += size;
        eviction.inserted(slot, key, size);
    }
}
