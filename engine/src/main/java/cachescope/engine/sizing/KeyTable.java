package cachescope.engine.sizing;

/**
 * Numbers the ids of keys from 0, in the order in which they first come. Open addressing, with the
 * id and its number side by side, so that a look-up touches one place in memory.
 */
final class KeyTable {
    private static final int FIRST_LENGTH = 1 << 11;

    /** Ids at even places, each followed by its number and one more, so that 0 is free. */
    private long[] entries = new long[FIRST_LENGTH];

    private int size;

    /** The number of an id; the size before the call if it is new. Ids are well mixed. */
    int numberOf(long id) {
        var table = entries;
        int mask = table.length - 2;
        int place = (int) id & mask;
        while (true) {
            long number = table[place + 1];
            if (number == 0) {
                return add(id, place);
            }
            if (table[place] == id) {
                return (int) number - 1;
            }
            place = (place + 2) & mask;
        }
    }

    /**
     * The numbers of many ids, as if each were asked for in turn. First all are looked for where
     * most are found; these looks do not wait for each other, so memory answers many in the time of
     * one.
     */
    void numbersOf(long[] sought, int count, int[] numbers) {
        var table = entries;
        int mask = table.length - 2;
        for (int index = 0; index < count; index++) {
            int place = (int) sought[index] & mask;
            numbers[index] = table[place] == sought[index] ? (int) table[place + 1] - 1 : -1;
        }
        for (int index = 0; index < count; index++) {
            if (numbers[index] < 0) {
                numbers[index] = numberOf(sought[index]);
            }
        }
    }

    int size() {
        return size;
    }

    /** The ids by their numbers. */
    long[] ids() {
        var ids = new long[size];
        for (int place = 0; place < entries.length; place += 2) {
            if (entries[place + 1] != 0) {
                ids[(int) entries[place + 1] - 1] = entries[place];
            }
        }
        return ids;
    }

    private int add(long id, int place) {
        entries[place] = id;
        size++;
        entries[place + 1] = size;
        if (size > entries.length / 8 * 3) {
            spread();
        }
        return size - 1;
    }

    /** Twice the room, of which then less than half is used. */
    private void spread() {
        var before = entries;
        entries = new long[Math.multiplyExact(before.length, 2)];
        int mask = entries.length - 2;
        for (int from = 0; from < before.length; from += 2) {
            if (before[from + 1] != 0) {
                int place = (int) before[from] & mask;
                while (entries[place + 1] != 0) {
                    place = (place + 2) & mask;
                }
                entries[place] = before[from];
                entries[place + 1] = before[from + 1];
            }
        }
    }
}
