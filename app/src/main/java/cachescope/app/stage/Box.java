package cachescope.app.stage;

/** A tier's rectangle on the stage, at whole pixels. */
record Box(double x, double y, double width, double height) {
    /** From this height on there is room for lines below the title, and for packets that wait. */
    static final double HEIGHT_AT_EASE = 64;

    /** Below this height there is room for one line alone, and its load is drawn behind it. */
    static final double HEIGHT_OF_TWO_LINES = 22;

    static Box centred(double left, double middle, double width, double height) {
        return new Box(
                Math.rint(left),
                Math.rint(middle - height / 2),
                Math.rint(width),
                Math.rint(height));
    }

    double right() {
        return x + width;
    }

    double bottom() {
        return y + height;
    }

    double middle() {
        return y + height / 2;
    }

    boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }
}
