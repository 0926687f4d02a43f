package cachescope.engine.sizing;

import cachescope.engine.traffic.Request;
import java.util.Arrays;

/**
 * The sizes of numbered keys in bytes: what a key's last request told. A request that tells none is
 * of the size that was told before.
 */
final class KeySizes {
    private int[] sizes = new int[1 << 10];
    private long untold;
    private long tooLarge;
    private boolean changed;

    /** The size of a request, at least 1. */
    int of(int key, long told) {
        if (key >= sizes.length) {
            sizes = Arrays.copyOf(sizes, Math.max(key + 1, sizes.length + (sizes.length >> 1)));
        }
        if (told != Request.UNKNOWN_SIZE) {
            tooLarge += told > Integer.MAX_VALUE ? 1 : 0;
            int size = Math.clamp(told, 1, Integer.MAX_VALUE);
            changed |= sizes[key] != 0 && sizes[key] != size;
            sizes[key] = size;
        } else if (sizes[key] == 0) {
            untold++;
        }
        return Math.max(1, sizes[key]);
    }

    /** The size that a key was last told to have. */
    int last(int key) {
        return key < sizes.length ? Math.max(1, sizes[key]) : 1;
    }

    /** Whether any key was told to have another size than before. */
    boolean haveChanged() {
        return changed;
    }

    /** Refuses where sizes were not told, or not to be borne. */
    void check(long requests) throws SizingException {
        if (untold > 0) {
            throw new SizingException(
                    "by bytes: expected the size of every key, but "
                            + untold
                            + " of "
                            + requests
                            + " requests are for keys whose size the recording has not told yet; by objects needs"
                            + " none");
        }
        if (tooLarge > 0) {
            throw new SizingException(
                    "by bytes: expected values below 2 GB, but " + tooLarge + " are larger");
        }
    }

    /** The same with new numbers for the keys that stay, in their order. */
    KeySizes kept(int[] kept) {
        var sizesKept = new KeySizes();
        sizesKept.sizes = new int[Math.max(1 << 10, kept.length)];
        for (int number = 0; number < kept.length; number++) {
            sizesKept.sizes[number] = last(kept[number]);
        }
        sizesKept.untold = untold;
        sizesKept.tooLarge = tooLarge;
        sizesKept.changed = changed;
        return sizesKept;
    }
}
