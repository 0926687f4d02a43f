package cachescope.app.settings;

/** Where the window was and how large, in pixels of the desktop. */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {

    /** Whether enough of the window lies on a screen of that place and size to be got hold of. */
    public boolean isReachableOn(double left, double top, double screenWidth, double screenHeight) {
        double grip = 64;
        return x + width - grip >= left
                && x + grip <= left + screenWidth
                && y >= top
                && y + grip <= top + screenHeight;
    }
}
