package cachescope.app.lru;

/**
 * Where the list's places lie: in rows that are read to and fro, so that neighbours always stand
 * side by side. The nodes are as large as lets all of them be seen; where not even small ones would
 * fit, the list is folded and its nodes have a size at ease.
 */
final class ListLayout {
    private static final Size[] SIZES = {
        new Size(84, 26, 28, 46),
        new Size(68, 24, 24, 42),
        new Size(56, 22, 20, 36),
        new Size(46, 20, 16, 31),
        new Size(38, 17, 13, 26)
    };
    private static final int FOLDED_FROM = 1;

    /** With fewer places a folded list shows too little, whatever the size of its nodes. */
    private static final int FOLDED_PLACES = 14;

    private final Size size;
    private final int columns;
    private final int places;
    private final double top;

    /** The size of a node, the gap to the next one, and from row to row. */
    private record Size(double width, double height, double gap, double pitch) {
        int columns(double room) {
            return (int) Math.max(1, Math.floor((room + gap) / (width + gap)));
        }

        /** Above the first row a node must be able to hang out of it. */
        int rows(double room) {
            return (int) Math.max(1, Math.floor((room - lift()) / pitch));
        }

        int places(double width, double height) {
            return columns(width) * rows(height);
        }

        double lift() {
            return (pitch - height) * 0.8;
        }
    }

    /**
     * @param wanted how many places there should be
     */
    ListLayout(double width, double height, int wanted) {
        size = size(width, height, wanted);
        columns = size.columns(width);
        places = Math.max(6, Math.min(size.places(width, height), Math.max(wanted, 6)));
        int rows = (places + columns - 1) / columns;
        double spare = height - size.lift() - rows * size.pitch;
        top = Math.rint(size.lift() + Math.max(0, spare) / 3);
    }

    private static Size size(double width, double height, int wanted) {
        for (var size : SIZES) {
            if (size.places(width, height) >= wanted) {
                return size;
            }
        }
        for (int i = FOLDED_FROM; i < SIZES.length; i++) {
            if (SIZES[i].places(width, height) >= FOLDED_PLACES) {
                return SIZES[i];
            }
        }
        return SIZES[SIZES.length - 1];
    }

    /** How many places there are. */
    int places() {
        return places;
    }

    int columns() {
        return columns;
    }

    Area place(int index) {
        int row = index / columns;
        int column = row % 2 == 0 ? index % columns : columns - 1 - index % columns;
        return new Area(
                column * (size.width + size.gap), top + row * size.pitch, size.width, size.height);
    }

    /** How far above its place a node hangs that is linked to nothing. */
    double lift() {
        return size.lift();
    }

    double fontSize() {
        return size.height >= 24 ? 12 : size.height >= 20 ? 11 : 10;
    }

    /** How far one row lies below the other. */
    double pitch() {
        return size.pitch;
    }
}
