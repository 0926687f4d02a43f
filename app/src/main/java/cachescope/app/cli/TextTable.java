package cachescope.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text for people: lines, and rows whose columns are aligned, the first left, others right. */
final class TextTable {
    private static final String BETWEEN = "  ";

    private final List<Object> lines = new ArrayList<>();

    private record Row(List<String> cells) {}

    /** A line as it is. */
    void line(String text) {
        lines.add(text);
    }

    void row(List<String> cells) {
        lines.add(new Row(List.copyOf(cells)));
    }

    /** A share with two digits behind the point. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * 100);
    }

    /** All lines, each with its end. */
    String text() {
        var widths = widths();
        var text = new StringBuilder();
        for (var line : lines) {
            text.append(line instanceof Row row ? aligned(row, widths) : line)
                    .append(System.lineSeparator());
        }
        return text.toString();
    }

    private List<Integer> widths() {
        var widths = new ArrayList<Integer>();
        for (var line : lines) {
            if (line instanceof Row row) {
                for (int column = 0; column < row.cells.size(); column++) {
                    int width = row.cells.get(column).length();
                    if (column == widths.size()) {
                        widths.add(width);
                    } else {
                        widths.set(column, Math.max(width, widths.get(column)));
                    }
                }
            }
        }
        return widths;
    }

    private static String aligned(Row row, List<Integer> widths) {
        var text = new StringBuilder();
        for (int column = 0; column < row.cells.size(); column++) {
            var cell = row.cells.get(column);
            var room = " ".repeat(widths.get(column) - cell.length());
            text.append(column == 0 ? cell + room : BETWEEN + room + cell);
        }
        return text.toString().stripTrailing();
    }
}
