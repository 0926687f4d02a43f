package cachescope.app.stage;

/**
 * A curve between two boxes that leaves and enters level. Asked for a share of its length it gives
 * the point there, off to one side, so that those who go and those who come back keep apart.
 */
final class Lane {
    private static final int PIECES = 48;

    private final double[] xs = new double[PIECES + 1];
    private final double[] ys = new double[PIECES + 1];
    private final double[] lengths = new double[PIECES + 1];

    Lane(double x1, double y1, double x2, double y2) {
        double middle = (x1 + x2) / 2;
        for (int i = 0; i <= PIECES; i++) {
            double t = (double) i / PIECES;
            xs[i] = bezier(t, x1, middle, middle, x2);
            ys[i] = bezier(t, y1, y1, y2, y2);
            lengths[i] =
                    i == 0 ? 0 : lengths[i - 1] + Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
        }
    }

    /** The curve's course a number of pixels to the right of its middle, for drawing. */
    Line line(double aside) {
        var line = new Line(new double[PIECES + 1], new double[PIECES + 1]);
        for (int i = 0; i <= PIECES; i++) {
            var point = at((double) i / PIECES, aside);
            line.xs()[i] = point.x();
            line.ys()[i] = point.y();
        }
        return line;
    }

    double length() {
        return lengths[PIECES];
    }

    /**
     * The point at a share of the length, {@code aside} pixels to the right of one who goes from
     * start to end.
     */
    Point at(double share, double aside) {
        double wanted = Math.clamp(share, 0, 1) * length();
        int low = 0;
        int high = PIECES;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (lengths[middle] <= wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double piece = lengths[high] - lengths[low];
        double within = piece == 0 ? 0 : (wanted - lengths[low]) / piece;
        double dx = xs[high] - xs[low];
        double dy = ys[high] - ys[low];
        double norm = piece == 0 ? 1 : piece;
        return new Point(
                xs[low] + dx * within - dy / norm * aside,
                ys[low] + dy * within + dx / norm * aside);
    }

    private static double bezier(double t, double a, double b, double c, double d) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    record Point(double x, double y) {}

    /** A line through points. */
    @SuppressWarnings("ArrayRecordComponent")
    record Line(double[] xs, double[] ys) {}
}
