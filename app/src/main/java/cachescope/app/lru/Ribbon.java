package cachescope.app.lru;

/** The whole list in cells from head to tail, each for one entry or, of a long list, several. */
final class Ribbon {
    /** How many cells there are at most. */
    static final int CELLS_MAX = 512;

    static final Ribbon EMPTY = new Ribbon(new long[0], 1, -1);

    private final long[] usedAt;
    private final int entries;
    private final int selected;

    private Ribbon(long[] usedAt, int entries, int selected) {
        this.usedAt = usedAt;
        this.entries = entries;
        this.selected = selected;
    }

    int cells() {
        return usedAt.length;
    }

    /** When the entry in a cell was last used, the latest of several. */
    long usedAt(int cell) {
        return usedAt[cell];
    }

    /** How many entries a cell stands for. */
    int entries() {
        return entries;
    }

    /** The cell of the selected key; negative if it is not held. */
    int selected() {
        return selected;
    }

    /** Gathers the entries, handed from head to tail. */
    static final class Gathering {
        private final long[] usedAt;
        private final int entries;
        private final String selected;
        private int next;
        private int found = -1;

        Gathering(int size, String selected) {
            this.entries = Math.max(1, (size + CELLS_MAX - 1) / CELLS_MAX);
            this.usedAt = new long[(size + entries - 1) / entries];
            this.selected = selected;
        }

        void add(String key, long time) {
            int cell = next++ / entries;
            usedAt[cell] = Math.max(usedAt[cell], time);
            if (key.equals(selected)) {
                found = cell;
            }
        }

        Ribbon done() {
            return new Ribbon(usedAt, entries, found);
        }
    }
}
