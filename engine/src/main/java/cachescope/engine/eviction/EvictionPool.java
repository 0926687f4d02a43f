package cachescope.engine.eviction;

/**
 * The candidates that {@link SampledLru} has drawn and not taken yet, by how long they had been
 * idle. What has been idle for longer than the least idle one pushes that out when it is full.
 */
final class EvictionPool {
    /** As many as in Redis. */
    private static final int CAPACITY = 16;

    private final int[] slots = new int[CAPACITY];
    private final long[] cameAt = new long[CAPACITY];
    private final long[] idle = new long[CAPACITY];
    private int size;

    /** A candidate; {@code itsCameAt} tells it from others that were in its slot. */
    void offer(int slot, long itsCameAt, long itsIdle) {
        int place = 0;
        while (place < size && idle[place] < itsIdle) {
            place++;
        }
        if (size < CAPACITY) {
            move(place, place + 1, size - place);
            size++;
        } else if (place == 0) {
            return;
        } else {
            place--;
            move(1, 0, place);
        }
        slots[place] = slot;
        cameAt[place] = itsCameAt;
        idle[place] = itsIdle;
    }

    private void move(int from, int to, int count) {
        System.arraycopy(slots, from, slots, to, count);
        System.arraycopy(cameAt, from, cameAt, to, count);
        System.arraycopy(idle, from, idle, to, count);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int eldest() {
        return slots[size - 1];
    }

    long cameAtOfEldest() {
        return cameAt[size - 1];
    }

    void removeEldest() {
        size--;
    }

    void clear() {
        size = 0;
    }
}
