package cachescope.app.lru;

import java.util.ArrayList;
import java.util.List;

/**
 * The hash map beside the list, of which a stretch is shown: as many buckets as the one of {@code
 * Lru} has, where a key is in the bucket that its hash code chooses there.
 *
 * @param length of the whole map
 * @param from the first bucket that is shown
 * @param chains the keys in each shown bucket, the newest first
 */
record Buckets(int length, int from, List<List<String>> chains) {
    /** How many are shown at most. */
    static final int SHOWN_MAX = 48;

    static final Buckets EMPTY = new Buckets(16, 0, List.of());

    private static final int SMALLEST = 16;

    /** The buckets of a map that has held so many keys. */
    static int lengthOf(long keys) {
        int length = SMALLEST;
        while (keys > length - length / 4 && length < 1 << 30) {
            length *= 2;
        }
        return length;
    }

    /** The bucket of a key in a map of a length, which is a power of two. */
    static int of(String key, int length) {
        int code = key.hashCode();
        return (code ^ (code >>> 16)) & (length - 1);
    }

    /** Gathers the stretch around a key, which is handed all keys then. */
    static final class Gathering {
        private final int length;
        private final int from;
        private final List<List<String>> chains = new ArrayList<>();

        Gathering(long keys, String around) {
            length = lengthOf(keys);
            int shown = Math.min(length, SHOWN_MAX);
            int middle = of(around, length);
            from = Math.clamp(middle - shown / 2L, 0, length - shown);
            for (int i = 0; i < shown; i++) {
                chains.add(new ArrayList<>(1));
            }
        }

        void add(String key) {
            int place = of(key, length) - from;
            if (place >= 0 && place < chains.size()) {
                chains.get(place).add(key);
            }
        }

        Buckets done() {
            return new Buckets(length, from, chains.stream().map(List::copyOf).toList());
        }
    }

    /** The bucket of a key among those that are shown; negative if it is not. */
    int placeOf(String key) {
        int place = of(key, length) - from;
        return place < chains.size() ? place : -1;
    }
}
