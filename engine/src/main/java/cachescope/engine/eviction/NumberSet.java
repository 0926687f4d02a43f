package cachescope.engine.eviction;

/**
 * A set of numbers from 0 up to a limit that tells its largest one: a bit for each, and a bit over
 * each 64 of those that says whether any is set, up to a single word.
 */
final class NumberSet {
    /** The words of the numbers first, then those over them. */
    private final long[][] levels;

    NumberSet(int limit) {
        int count = 1;
        for (int words = words(limit); words > 1; words = words(words)) {
            count++;
        }
        levels = new long[count][];
        int bits = limit;
        for (int level = 0; level < count; level++) {
            levels[level] = new long[words(bits)];
            bits = levels[level].length;
        }
    }

    private static int words(int bits) {
        return Math.max(1, (bits + 63) >>> 6);
    }

    void add(int number) {
        int bit = number;
        for (var level : levels) {
            level[bit >>> 6] |= 1L << bit;
            bit >>>= 6;
        }
    }

    /** Takes a number out; returns whether it was in. */
    boolean remove(int number) {
        if ((levels[0][number >>> 6] & (1L << number)) == 0) {
            return false;
        }
        int bit = number;
        for (var level : levels) {
            int word = bit >>> 6;
            level[word] &= ~(1L << bit);
            if (level[word] != 0) {
                break;
            }
            bit = word;
        }
        return true;
    }

    /** The largest number; the set must not be empty. */
    int largest() {
        int word = 0;
        for (int level = levels.length - 1; level >= 0; level--) {
            word = (word << 6) + 63 - Long.numberOfLeadingZeros(levels[level][word]);
        }
        return word;
    }
}
