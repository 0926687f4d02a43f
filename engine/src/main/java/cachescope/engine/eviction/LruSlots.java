package cachescope.engine.eviction;

/** The least recently used entry leaves: {@link Lru} over slots, all in arrays of numbers. */
public final class LruSlots implements Eviction {
    private final SlotList list;

    /** With room for so many slots before it has to grow. */
    public LruSlots(int slots) {
        list = new SlotList(slots);
    }

    @Override
    public void inserted(int slot, int key, int weight) {
        list.addFirst(slot);
    }

    @Override
    public void used(int slot) {
        list.moveToFront(slot);
    }

    @Override
    public void removed(int slot) {
        list.remove(slot);
    }

    @Override
    public int evict() {
        return list.removeLast();
    }

    @Override
    public void clear() {
        list.clear();
    }

    @Override
    public int eldest() {
        return list.last();
    }

    @Override
    public int[] slots() {
        return list.toArray();
    }
}
