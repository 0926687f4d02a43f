package cachescope.engine.eviction;

import java.util.Arrays;

/**
 * A hash map from numbers to slots in two arrays: open addressing with linear probing. It doubles
 * when it is half full.
 */
final class IntMap {
    /** What a number has that is not in the map. */
    static final int NONE = -1;

    private int[] keys = new int[16];
    private int[] values = filled(16);
    private int size;

    private static int[] filled(int length) {
        var values = new int[length];
        Arrays.fill(values, NONE);
        return values;
    }

    int get(int key) {
        return values[find(key)];
    }

    void put(int key, int value) {
        int place = find(key);
        if (values[place] == NONE) {
            size++;
        }
        keys[place] = key;
        values[place] = value;
        if (size > keys.length / 2) {
            grow();
        }
    }

    /** Takes a key out, and moves what follows closer to where it belongs, so no gap is left. */
    void remove(int key) {
        int gap = find(key);
        if (values[gap] == NONE) {
            return;
        }
        int place = next(gap);
        while (values[place] != NONE) {
            int home = home(keys[place]);
            if (distance(home, place) >= distance(gap, place)) {
                keys[gap] = keys[place];
                values[gap] = values[place];
                gap = place;
            }
            place = next(place);
        }
        values[gap] = NONE;
        size--;
    }

    void clear() {
        Arrays.fill(values, NONE);
        size = 0;
    }

    /** Where a key is, or where it would be. */
    private int find(int key) {
        int place = home(key);
        while (values[place] != NONE && keys[place] != key) {
            place = next(place);
        }
        return place;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new int[oldKeys.length * 2];
        values = filled(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != NONE) {
                int place = find(oldKeys[i]);
                keys[place] = oldKeys[i];
                values[place] = oldValues[i];
            }
        }
    }

    private int home(int key) {
        int mixed = key * 0x9E3779B9;
        return (mixed ^ (mixed >>> 16)) & (keys.length - 1);
    }

    private int next(int place) {
        return (place + 1) & (keys.length - 1);
    }

    private int distance(int from, int to) {
        return (to - from) & (keys.length - 1);
    }
}
