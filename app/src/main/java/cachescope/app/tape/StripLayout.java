package cachescope.app.tape;

/**
 * Where on the canvas the strips lie, one below the other: the first takes all the room that the
 * second leaves.
 */
record StripLayout(double bottom, boolean two) {
    /** How far the marks, their words and the ticks reach down. */
    static final double TOP = 32;

    /** How much room a second strip takes, the gap above it included. */
    static final double SECOND = 28;

    private static final double AXIS_HEIGHT = 18;
    private static final double GAP = 4;

    static StripLayout of(double height, boolean two) {
        return new StripLayout(Math.rint(height - AXIS_HEIGHT), two);
    }

    double top(Side side) {
        return side == Side.A ? TOP : bottom - SECOND + GAP;
    }

    double bottom(Side side) {
        return side == Side.A && two ? bottom - SECOND : bottom;
    }

    /** Whose strip lies there: the nearest. */
    Side sideAt(double y) {
        return two && y >= bottom - SECOND + GAP / 2 ? Side.B : Side.A;
    }
}
