package cachescope.engine.projection;

import java.util.Arrays;

/**
 * Moments in time, each with a value, kept in order of time; small disorder at the end is put right
 * as they are added. The newest {@code capacity} are held, the older ones only counted.
 */
final class Moments {
    private static final int FIRST_CAPACITY = 256;

    private final int capacity;
    private long[] times = new long[FIRST_CAPACITY];
    private long[] values = new long[FIRST_CAPACITY];
    private int first;
    private int size;
    private long dropped;
    private long droppedValue;

    Moments(int capacity) {
        this.capacity = capacity;
    }

    void add(long time, long value) {
        if (size == times.length) {
            makeRoom();
        }
        int place = size;
        while (place > 0 && times[slot(place - 1)] > time) {
            times[slot(place)] = times[slot(place - 1)];
            values[slot(place)] = values[slot(place - 1)];
            place--;
        }
        times[slot(place)] = time;
        values[slot(place)] = value;
        size++;
    }

    /** How many moments there were up to a time, that time included. */
    long upTo(long time) {
        return dropped + heldUpTo(time);
    }

    /** The value at the last moment up to a time; {@code before} where there was none. */
    long valueAt(long time, long before) {
        int held = heldUpTo(time);
        if (held > 0) {
            return values[slot(held - 1)];
        }
        return dropped > 0 ? droppedValue : before;
    }

    /**
     * The values of the last {@code max} moments after {@code from} and up to {@code to}, sorted by
     * size.
     */
    long[] sortedValues(long from, long to, int max) {
        int end = heldUpTo(to);
        int begin = Math.max(heldUpTo(from), end - max);
        if (begin >= end) {
            return new long[0];
        }
        var found = new long[end - begin];
        for (int i = begin; i < end; i++) {
            found[i - begin] = values[slot(i)];
        }
        Arrays.sort(found);
        return found;
    }

    /** The time from which on every moment is held; 0 if none was dropped. */
    long heldFrom() {
        return dropped == 0 ? 0 : times[first];
    }

    void clear() {
        first = 0;
        size = 0;
        dropped = 0;
        droppedValue = 0;
    }

    private int heldUpTo(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[slot(middle)] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int slot(int index) {
        return (first + index) & (times.length - 1);
    }

    private void makeRoom() {
        if (times.length < capacity) {
            times = grown(times);
            values = grown(values);
            first = 0;
        } else {
            droppedValue = values[first];
            first = slot(1);
            size--;
            dropped++;
        }
    }

    private long[] grown(long[] ring) {
        var grown = new long[ring.length * 2];
        for (int i = 0; i < size; i++) {
            grown[i] = ring[slot(i)];
        }
        return grown;
    }
}
