package cachescope.app.sizing;

/**
 * A capacity that is marked on the chart.
 *
 * @param words what it is
 * @param missRatio where on the leading line it is; no number if it is a place on the axis alone
 */
record Mark(String words, long capacity, double missRatio) {

    boolean isOnLine() {
        return !Double.isNaN(missRatio);
    }
}
