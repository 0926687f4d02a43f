package cachescope.engine.eviction;

/** Remembers entries that have left by their numbers, the latest up to a weight; no values. */
final class Ghosts {
    private final IntMap places = new IntMap();
    private final Slots slots = new Slots();
    private final SlotList queue = new SlotList(16);
    private final SlotNumbers keyAt = new SlotNumbers(16);
    private final SlotNumbers weightAt = new SlotNumbers(16);
    private long capacity;
    private long weight;

    Ghosts(long capacity) {
        this.capacity = capacity;
    }

    /** Remembers one, unless it is heavier than all that is remembered. */
    void add(int key, int itsWeight) {
        remove(key);
        if (itsWeight > capacity) {
            return;
        }
        forgetDownTo(capacity - itsWeight);
        int place = slots.take();
        queue.addFirst(place);
        keyAt.set(place, key);
        weightAt.set(place, itsWeight);
        places.put(key, place);
        weight += itsWeight;
    }

    /** Forgets one; returns whether it was remembered. */
    boolean remove(int key) {
        int place = places.get(key);
        if (place == IntMap.NONE) {
            return false;
        }
        queue.remove(place);
        weight -= weightAt.get(place);
        places.remove(key);
        slots.giveBack(place);
        return true;
    }

    void resize(long newCapacity) {
        capacity = newCapacity;
        forgetDownTo(newCapacity);
    }

    private void forgetDownTo(long most) {
        while (weight > most) {
            remove((int) keyAt.get(queue.last()));
        }
    }

    void clear() {
        places.clear();
        slots.clear();
        queue.clear();
        weight = 0;
    }
}
