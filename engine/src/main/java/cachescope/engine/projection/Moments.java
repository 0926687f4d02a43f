package cachescope.engine.projection;

import java.util.ArrayList;
import java.util.Arrays;

/**
 * Moments in time, each with a value, kept in order of time; small disorder at the end is put right
 * as they are added. The newest {@code capacity} are held, the older ones only counted.
 *
 * <p>They lie in chunks. A copy shares the chunks with its original, and either of them copies a
 * chunk before it changes it, so that many copies along one run take little more room than one.
 */
final class Moments {
    private static final int CHUNK = 128;

    private final int capacity;
    private final ArrayList<Chunk> chunks;
    private int first;
    private int size;
    private int ownFrom;
    private long dropped;
    private long droppedValue;

    Moments(int capacity) {
        this.capacity = capacity;
        this.chunks = new ArrayList<>();
    }

    private Moments(Moments other) {
        capacity = other.capacity;
        chunks = new ArrayList<>(other.chunks);
        first = other.first;
        size = other.size;
        ownFrom = chunks.size();
        dropped = other.dropped;
        droppedValue = other.droppedValue;
    }

    /** A copy that goes its own way from here. */
    Moments copy() {
        ownFrom = chunks.size();
        return new Moments(this);
    }

    void add(long time, long value) {
        if (size == capacity) {
            drop();
        }
        if (first + size == chunks.size() * CHUNK) {
            chunks.add(new Chunk());
        }
        int place = size++;
        while (place > 0 && time(place - 1) > time) {
            set(place, time(place - 1), value(place - 1));
            place--;
        }
        set(place, time, value);
    }

    /** How many moments there were up to a time, that time included. */
    long upTo(long time) {
        return dropped + heldUpTo(time);
    }

    /** Whether the next moment that is added pushes the oldest one out. */
    boolean isFull() {
        return size == capacity;
    }

    /** The value at the oldest moment held; there must be one. */
    long oldestValue() {
        return value(0);
    }

    /** The value at the last moment up to a time; {@code before} where there was none. */
    long valueAt(long time, long before) {
        int held = heldUpTo(time);
        if (held > 0) {
            return value(held - 1);
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
            found[i - begin] = value(i);
        }
        Arrays.sort(found);
        return found;
    }

    /** The time from which on every moment is held; 0 if none was dropped. */
    long heldFrom() {
        return dropped == 0 ? 0 : time(0);
    }

    void clear() {
        chunks.clear();
        first = 0;
        size = 0;
        ownFrom = 0;
        dropped = 0;
        droppedValue = 0;
    }

    private void drop() {
        droppedValue = value(0);
        dropped++;
        size--;
        first++;
        if (first == CHUNK) {
            chunks.removeFirst();
            ownFrom = Math.max(0, ownFrom - 1);
            first = 0;
        }
    }

    private int heldUpTo(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (time(middle) <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long time(int index) {
        int slot = first + index;
        return chunks.get(slot / CHUNK).times[slot % CHUNK];
    }

    private long value(int index) {
        int slot = first + index;
        return chunks.get(slot / CHUNK).value(slot % CHUNK);
    }

    private void set(int index, long time, long value) {
        int slot = first + index;
        own(slot / CHUNK).set(slot % CHUNK, time, value);
    }

    /** The chunk, after it and those behind it were copied if others may hold them. */
    private Chunk own(int index) {
        for (; ownFrom > index; ownFrom--) {
            chunks.set(ownFrom - 1, new Chunk(chunks.get(ownFrom - 1)));
        }
        return chunks.get(index);
    }

    /** Some moments; without room for values as long as all of them are 0. */
    private static final class Chunk {
        private static final long[] ZEROS = {};

        private final long[] times;
        private long[] values;

        Chunk() {
            times = new long[CHUNK];
            values = ZEROS;
        }

        Chunk(Chunk other) {
            times = other.times.clone();
            values = other.values.length == 0 ? ZEROS : other.values.clone();
        }

        long value(int slot) {
            return values.length == 0 ? 0 : values[slot];
        }

        void set(int slot, long time, long value) {
            times[slot] = time;
            if (value != 0 && values.length == 0) {
                values = new long[CHUNK];
            }
            if (values.length > 0) {
                values[slot] = value;
            }
        }
    }
}
