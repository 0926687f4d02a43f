package cachescope.app.stampede;

/**
 * Where the life of the entry, the queue and the past expiries lie: side by side where the room is
 * wide, below each other where it is not.
 */
record StampedeLayout(Area life, Area queue, Area past) {
    private static final double WIDE = 560;
    private static final double LIFE = 26;
    private static final double GAP = 8;

    /** A part of the picture. */
    record Area(double x, double y, double width, double height) {
        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }
    }

    static StampedeLayout of(double width, double height) {
        if (width >= WIDE) {
            double left = Math.rint(width * 0.62);
            return new StampedeLayout(
                    new Area(0, 0, left, LIFE),
                    new Area(0, LIFE + GAP, left, Math.max(0, height - LIFE - GAP)),
                    new Area(left + 24, 0, width - left - 24, height));
        }
        double queue = Math.rint((height - LIFE - 2 * GAP) * 0.5);
        double past = LIFE + GAP + queue + GAP;
        return new StampedeLayout(
                new Area(0, 0, width, LIFE),
                new Area(0, LIFE + GAP, width, queue),
                new Area(0, past, width, Math.max(0, height - past)));
    }
}
