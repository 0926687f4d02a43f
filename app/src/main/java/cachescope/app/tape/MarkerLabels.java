package cachescope.app.tape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Puts words beside marks on a line so that no two of them touch; those with too little room are
 * left out.
 */
final class MarkerLabels {
    /** Between the middle of a mark and its words. */
    static final double OFFSET = 9;

    private static final double GAP = 12;

    /** Words and where they begin; empty where there is no room. */
    record Label(double x, String words) {}

    private MarkerLabels() {}

    /**
     * One label for each mark, in order.
     *
     * @param marks where the marks are, rising
     * @param width how wide a text is drawn
     * @param end where the line ends
     */
    static List<Label> place(
            List<Double> marks, List<String> words, double end, ToDoubleFunction<String> width) {
        var labels = new ArrayList<Label>();
        for (int i = 0; i < marks.size(); i++) {
            double from = marks.get(i) + OFFSET;
            double to = i + 1 < marks.size() ? marks.get(i + 1) - GAP : end;
            boolean fits = width.applyAsDouble(words.get(i)) <= to - from;
            labels.add(new Label(from, fits ? words.get(i) : ""));
        }
        return labels;
    }
}
