package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.QuotedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One line that Redis' MONITOR printed: {@code 1339518083.107412 [0 127.0.0.1:60866] "keys" "*"}.
 * Messages about a bad one tell nothing of its arguments, which may be anybody's password.
 *
 * @param time nanoseconds since 1970
 * @param client the client's address, or {@code lua} for what a script did
 */
record MonitorLine(long time, String database, String client, List<QuotedText> arguments) {
    private static final String EXPECTED =
            "expected a line of MONITOR such as 1339518083.107412 [0 127.0.0.1:60866] \"GET\" \"user:7\"";
    private static final int LONGEST_TIME = 24;

    static MonitorLine parse(String line) throws BadLine {
        int open = line.indexOf(" [");
        int space = line.indexOf(' ', open + 2);
        int close = line.indexOf("] \"", open + 2);
        if (open < 1 || open > LONGEST_TIME || space < 0 || close < space || !isTime(line, open)) {
            throw new BadLine(EXPECTED + ", found another");
        }
        var arguments = new ArrayList<QuotedText>();
        int at = close + 2;
        while (true) {
            var argument = QuotedText.at(line, at);
            arguments.add(argument);
            at = argument.after();
            if (at == line.length()) {
                break;
            }
            if (line.charAt(at) != ' ') {
                throw new BadLine("expected a space between two arguments, in column " + (at + 1));
            }
            at++;
        }
        long time = Quantities.nanos("time", Quantities.number("time", line.substring(0, open)));
        return new MonitorLine(
                time, line.substring(open + 2, space), line.substring(space + 1, close), arguments);
    }

    /** The command's name in capitals. */
    String command() {
        return arguments.getFirst().text().toUpperCase(Locale.ROOT);
    }

    private static boolean isTime(String line, int end) {
        for (int index = 0; index < end; index++) {
            char character = line.charAt(index);
            if (character != '.' && (character < '0' || character > '9')) {
                return false;
            }
        }
        return true;
    }
}
