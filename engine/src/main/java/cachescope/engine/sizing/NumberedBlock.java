package cachescope.engine.sizing;

import java.util.Arrays;

/**
 * Requests that follow each other: the numbers of their keys and, where sizes were looked at, those
 * in bytes. Small, so that a recording grows without being copied.
 */
final class NumberedBlock {
    /** How many requests a block holds at most. */
    static final int LENGTH = 1 << 14;

    private final int[] keys;
    private final int[] sizes;

    NumberedBlock(int[] keys, int[] sizes) {
        this.keys = keys;
        this.sizes = sizes;
    }

    int requests() {
        return keys.length;
    }

    /** The numbers of the keys; not to change. */
    int[] keys() {
        return keys;
    }

    /** The sizes of the values; empty where they were not looked at. Not to change. */
    int[] sizes() {
        return sizes;
    }

    /** The largest of the sizes; 1 where there are none. */
    int largestSize() {
        return Arrays.stream(sizes).max().orElse(1);
    }
}
