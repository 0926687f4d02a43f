package cachescope.engine.traffic.line;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one line, with a delimiter between them, as RFC 4180 has it: a field may stand in
 * double quotes, and a quote inside them is written twice. Unlike there, a quoted field ends on the
 * line where it begins, so that one forgotten quote spoils one line and not the rest of the file.
 */
public final class DelimitedFields {
    private final String line;
    private final char delimiter;
    private int at;

    private DelimitedFields(String line, char delimiter) {
        this.line = line;
        this.delimiter = delimiter;
    }

    /** The fields of a line, at least one. */
    public static List<String> of(String line, char delimiter) throws BadLine {
        var fields = new DelimitedFields(line, delimiter);
        var all = new ArrayList<String>();
        all.add(fields.next());
        while (fields.at < line.length()) {
            fields.at++;
            all.add(fields.next());
        }
        return all;
    }

    private String next() throws BadLine {
        if (at < line.length() && line.charAt(at) == '"') {
            return quoted();
        }
        int end = line.indexOf(delimiter, at);
        var field = line.substring(at, end < 0 ? line.length() : end);
        at += field.length();
        return field;
    }

    private String quoted() throws BadLine {
        int opened = at;
        var field = new StringBuilder();
        while (true) {
            int quote = line.indexOf('"', at + 1);
            if (quote < 0) {
                throw new BadLine(
                        "expected the double quote at column "
                                + (opened + 1)
                                + " to be closed on its line");
            }
            field.append(line, at + 1, quote);
            at = quote + 1;
            if (at == line.length() || line.charAt(at) == delimiter) {
                return field.toString();
            }
            if (line.charAt(at) != '"') {
                throw new BadLine("expected a delimiter after the double quote at column " + at);
            }
            field.append('"');
        }
    }
}
