package cachescope.engine.live.sqlite;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes SQL as it is sent, with its parameters in a comment behind it. */
final class SqlText {
    /** What is shown of one parameter, in characters. */
    private static final int PARAMETER_MAX = 100;

    private SqlText() {}

    static String of(String sql, @Nullable Object... parameters) {
        var text = new StringBuilder(sql.length() + 48).append(sql).append(" -- ");
        for (int index = 0; index < parameters.length; index++) {
            if (index > 0) {
                text.append(", ");
            }
            if (parameters[index] instanceof String words) {
                quote(text, words);
            } else {
                text.append(parameters[index] == null ? "NULL" : parameters[index]);
            }
        }
        return text.toString();
    }

    private static void quote(StringBuilder text, String words) {
        int end = Math.min(words.length(), PARAMETER_MAX);
        int written = 0;
        text.append('\'');
        for (int at = 0; at < end; at++) {
            char next = words.charAt(at);
            if (next >= ' ' && next != 0x7f && next != '\'') {
                continue;
            }
            text.append(words, written, at);
            text.append(next == '\'' ? "''" : String.format(Locale.ROOT, "\\x%02x", (int) next));
            written = at + 1;
        }
        text.append(words, written, end);
        text.append(words.length() > PARAMETER_MAX ? "…'" : "'");
    }
}
