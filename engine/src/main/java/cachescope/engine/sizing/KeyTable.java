package cachescope.engine.sizing;

import java.util.Arrays;

/**
 * Numbers the ids of keys from 0, in the order in which they first come. Open addressing over
 * numbers alone, with the ids in their order beside it: what is asked for often came early, so its
 * ids lie close together, and little memory is touched.
 */
final class KeyTable {
    private static final int FIRST_LENGTH = 1 << 11;

    /** A number and one more, so that 0 is free. */
    private int[] places = new int[FIRST_LENGTH];

    private long[] ids = new long[FIRST_LENGTH / 2];
    private int size;

    /** The number of an id; the size before the call if it is new. Ids are well mixed. */
    int numberOf(long id) {
        int mask = places.length - 1;
        int place = (int) id & mask;
        while (places[place] != 0) {
            int number = places[place] - 1;
            if (ids[number] == id) {
                return number;
            }
            place = (place + 1) & mask;
        }
        return add(id, place);
    }

    /**
     * The numbers of the first ids, as many as there is room for, as if each were asked for in
     * turn. First all are looked for where most are found; these looks do not wait for each other,
     * so memory answers many in the time of one.
     */
    void numbersOf(long[] sought, int[] numbers) {
        int mask = places.length - 1;
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = places[(int) sought[index] & mask] - 1;
        }
        for (int index = 0; index < numbers.length; index++) {
            int number = numbers[index];
            if (number < 0 || ids[number] != sought[index]) {
                numbers[index] = numberOf(sought[index]);
            }
        }
    }

    int size() {
        return size;
    }

    /** The ids by their numbers. */
    long[] ids() {
        return Arrays.copyOf(ids, size);
    }

    private int add(long id, int place) {
        ids[size] = id;
        size++;
        places[place] = size;
        if (size == ids.length) {
            spread();
        }
        return size - 1;
    }

    /** Twice the room, of which then a quarter is used. */
    private void spread() {
        ids = Arrays.copyOf(ids, Math.multiplyExact(size, 2));
        places = new int[Math.multiplyExact(places.length, 2)];
        int mask = places.length - 1;
        for (int number = 0; number < size; number++) {
            int place = (int) ids[number] & mask;
            while (places[place] != 0) {
                place = (place + 1) & mask;
            }
            places[place] = number + 1;
        }
    }
}
