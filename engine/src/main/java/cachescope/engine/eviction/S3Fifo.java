package cachescope.engine.eviction;

/**
 * Three queues, first in, first out (Yang, Zhang, Qiu, Yue, Rashmi, "FIFO queues are all you need
 * for cache eviction", SOSP 2023). What is new goes through a small one of a tenth of the capacity.
 * What was used there more than once goes on to the main queue; the rest leaves, and is remembered
 * as a ghost. A ghost that comes back goes into the main queue at once. There an entry goes round
 * as often as it was used, three times at most.
 */
public final class S3Fifo implements Eviction {
    private static final int MOST_USES = 3;
    private static final double SMALL = 0.1;
    private static final double GHOSTS = 0.9;

    private final SlotList small;
    private final SlotList main;
    private final Ghosts ghosts;
    private final SlotNumbers keys;
    private final SlotNumbers weights;
    private final SlotNumbers uses;
    private final SlotNumbers isMain;
    private long capacity;
    private long smallWeight;
    private long mainWeight;

    /** Whether an eviction from the small queue is not over yet. */
    private boolean inSmall;

    /** Of a capacity, with room for so many slots before it has to grow. */
    public S3Fifo(long capacity, int slots) {
        this.capacity = capacity;
        small = new SlotList(slots);
        main = new SlotList(slots);
        ghosts = new Ghosts((long) (capacity * GHOSTS));
        keys = new SlotNumbers(slots);
        weights = new SlotNumbers(slots);
        uses = new SlotNumbers(slots);
        isMain = new SlotNumbers(slots);
    }

    @Override
    public void inserted(int slot, int key, int weight) {
        keys.set(slot, key);
        weights.set(slot, weight);
        if (ghosts.remove(key)) {
            addToMain(slot);
        } else {
            uses.set(slot, 0);
            isMain.set(slot, 0);
            small.addFirst(slot);
            smallWeight += weight;
        }
    }

    private void addToMain(int slot) {
        uses.set(slot, 0);
        isMain.set(slot, 1);
        main.addFirst(slot);
        mainWeight += weights.get(slot);
    }

    @Override
    public void used(int slot) {
        uses.set(slot, Math.min(MOST_USES, uses.get(slot) + 1));
    }

    @Override
    public void removed(int slot) {
        if (isMain.get(slot) == 1) {
            takeFromMain(slot);
        } else {
            takeFromSmall(slot);
        }
    }

    private void takeFromMain(int slot) {
        main.remove(slot);
        mainWeight -= weights.get(slot);
    }

    private void takeFromSmall(int slot) {
        small.remove(slot);
        smallWeight -= weights.get(slot);
    }

    @Override
    public int evict() {
        inSmall |= isSmallNext();
        while (inSmall && !small.isEmpty()) {
            int slot = small.last();
            takeFromSmall(slot);
            if (uses.get(slot) <= 1) {
                inSmall = false;
                ghosts.add((int) keys.get(slot), (int) weights.get(slot));
                return slot;
            }
            addToMain(slot);
            if (mainWeight > capacity - smallCapacity()) {
                inSmall = !small.isEmpty();
                return evictFromMain();
            }
        }
        inSmall = false;
        return evictFromMain();
    }

    /** What was promoted made one leave the main queue, and one must leave the small one too. */
    @Override
    public boolean evictsMore() {
        return inSmall;
    }

    private boolean isSmallNext() {
        return main.isEmpty() || (!small.isEmpty() && smallWeight >= smallCapacity());
    }

    private long smallCapacity() {
        return (long) (capacity * SMALL);
    }

    private int evictFromMain() {
        int slot = main.last();
        while (uses.get(slot) > 0) {
            uses.set(slot, uses.get(slot) - 1);
            main.moveToFront(slot);
            slot = main.last();
        }
        takeFromMain(slot);
        return slot;
    }

    @Override
    public void resized(long newCapacity) {
        capacity = newCapacity;
        ghosts.resize((long) (newCapacity * GHOSTS));
    }

    @Override
    public void clear() {
        small.clear();
        main.clear();
        ghosts.clear();
        smallWeight = 0;
        mainWeight = 0;
        inSmall = false;
    }

    @Override
    public int eldest() {
        return isSmallNext() ? small.last() : main.last();
    }

    /** The main queue from its newest, then the small one. */
    @Override
    public int[] slots() {
        var first = main.toArray();
        var second = small.toArray();
        var all = new int[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
