package cachescope.engine.eviction;

/**
 * The entry used least often leaves; among those the one used longest ago. Coming in counts as the
 * first use, and what has left is forgotten.
 *
 * <p>One list holds all entries, from the one that leaves next on: by their counts, and those with
 * the same count by their last use. Each count in use has a bucket that knows the last of its
 * entries, behind which goes what reaches that count. As a count grows by one, the next bucket is
 * the right one or there is none, so all takes constant time (after Shah, Mitra, Matani, "An O(1)
 * algorithm for implementing the LFU cache eviction scheme", 2010).
 */
public final class Lfu implements Eviction {
    private final SlotList list;

    /** The bucket of a slot. */
    private final SlotNumbers bucketOf;

    private final Slots buckets = new Slots();
    private final SlotNumbers count = new SlotNumbers(16);
    private final SlotNumbers last = new SlotNumbers(16);

    /** With room for so many slots before it has to grow. */
    public Lfu(int slots) {
        list = new SlotList(slots);
        bucketOf = new SlotNumbers(slots);
    }

    @Override
    public void inserted(int slot, int key, int weight) {
        insert(slot, 1, SlotList.NONE, list.first());
    }

    @Override
    public void used(int slot) {
        int bucket = bucket(slot);
        int lastOfBucket = (int) last.get(bucket);
        int after = list.next(lastOfBucket);
        long more = count.get(bucket) + 1;
        boolean alone = leave(slot, bucket);
        int before = alone ? before(after) : (int) last.get(bucket);
        insert(slot, more, before, after);
    }

    private int before(int slot) {
        return slot == SlotList.NONE ? list.last() : list.previous(slot);
    }

    /** Puts a slot behind all of its count, which is between these two or that of the second. */
    private void insert(int slot, long itsCount, int before, int after) {
        boolean known = after != SlotList.NONE && count.get(bucket(after)) == itsCount;
        int bucket = known ? bucket(after) : buckets.take();
        list.insertAfter(known ? (int) last.get(bucket) : before, slot);
        count.set(bucket, itsCount);
        last.set(bucket, slot);
        bucketOf.set(slot, bucket);
    }

    /** Takes a slot out of the list; returns whether its bucket went with it. */
    private boolean leave(int slot, int bucket) {
        int before = list.previous(slot);
        boolean alone = false;
        if (last.get(bucket) == slot) {
            alone = before == SlotList.NONE || bucket(before) != bucket;
            if (alone) {
                buckets.giveBack(bucket);
            } else {
                last.set(bucket, before);
            }
        }
        list.remove(slot);
        return alone;
    }

    private int bucket(int slot) {
        return (int) bucketOf.get(slot);
    }

    @Override
    public void removed(int slot) {
        leave(slot, bucket(slot));
    }

    @Override
    public int evict() {
        int slot = list.first();
        removed(slot);
        return slot;
    }

    @Override
    public void clear() {
        list.clear();
        buckets.clear();
    }

    @Override
    public int eldest() {
        return list.first();
    }

    @Override
    public int[] slots() {
        return list.toArrayFromLast();
    }
}
