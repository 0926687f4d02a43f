package cachescope.engine.eviction;

/**
 * The entry that has been held for longest leaves (first in, first out), however much it is used.
 */
public final class Fifo implements Eviction {
    private final SlotList list;

    /** With room for so many slots before it has to grow. */
    public Fifo(int slots) {
        list = new SlotList(slots);
    }

    @Override
    public void inserted(int slot, int key, int weight) {
        list.addFirst(slot);
    }

    @Override
    public void used(int slot) {
        // being used changes nothing
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
