package cachescope.app.tape;

/** Where on the canvas the strips lie: two share the room, the first one above. */
record StripLayout(double bottom, boolean two) {
    /** How far the marks, their words and the ticks reach down. */
    static final double TOP = 32;

    /** How much higher the canvas is with a second strip. */
    static final double SECOND = 28;

    private static final double AXIS_HEIGHT = 18;
    private static final double GAP = 4;

    static StripLayout of(double height, boolean two) {
        return new StripLayout(Math.rint(height - AXIS_HEIGHT), two);
    }

    double top(Side side) {
        return side == Side.A ? TOP : middle() + GAP / 2;
    }

    double bottom(Side side) {
        return side == Side.A && two ? middle() - GAP / 2 : bottom;
    }

    /** Whose strip lies there: the nearest. */
    Side sideAt(double y) {
        return two && y >= middle() ? Side.B : Side.A;
    }

    private double middle() {
        return Math.rint((TOP + bottom) / 2);
    }
}
