package cachescope.app.settings;

/** Where the window was and how large, in pixels of the desktop. */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {

    /** The middle of a screen; a window of that size, or as large as the screen if that is less. */
    public static WindowPlace inTheMiddleOf(
            double left,
            double top,
            double screenWidth,
            double screenHeight,
            double width,
            double height) {
        double w = Math.min(width, screenWidth);
        double h = Math.min(height, screenHeight);
        return new WindowPlace(
                Math.rint(left + (screenWidth - w) / 2),
                Math.rint(top + (screenHeight - h) / 2),
                w,
                h,
                false);
    }

    /** Whether enough of the window lies on a screen of that place and size to be got hold of. */
    public boolean isReachableOn(double left, double top, double screenWidth, double screenHeight) {
        double grip = 64;
        return x + width - grip >= left
                && x + grip <= left + screenWidth
                && y >= top
                && y + grip <= top + screenHeight;
    }
}
