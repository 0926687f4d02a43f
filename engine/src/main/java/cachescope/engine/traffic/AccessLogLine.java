package cachescope.engine.traffic;

import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.Excerpt;
import cachescope.engine.traffic.line.QuotedText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One line in the Common Log Format, {@code host ident user [date] "request" status bytes}. What
 * follows, as in the Combined one, is not looked at.
 *
 * @param second since 1970
 * @param size the bytes of the answer, or {@link Request#UNKNOWN_SIZE} for {@code -}
 */
record AccessLogLine(String host, long second, QuotedText request, long size) {
    private static final String EXPECTED =
            "expected a line such as 192.0.2.7 - - [31/Jan/2026:12:00:00 +0100] \"GET /page HTTP/1.1\" 200 512";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH);
    private static final int DATE_LENGTH = 26;

    static AccessLogLine parse(String line) throws BadLine {
        int host = line.indexOf(' ');
        int open = host < 0 ? -1 : line.indexOf(" [", host);
        int close = open + 2 + DATE_LENGTH;
        if (host < 1 || open < 0 || !line.startsWith("] \"", close)) {
            throw new BadLine(EXPECTED + ", found " + Excerpt.of(line));
        }
        var request = QuotedText.at(line, close + 2);
        var rest = line.substring(request.after()).strip().split(" ", 3);
        if (rest.length < 2 || !rest[0].matches("\\d{3}|-")) {
            throw new BadLine("expected a status and a number of bytes after the request");
        }
        return new AccessLogLine(
                line.substring(0, host),
                second(line.substring(open + 2, close)),
                request,
                size(rest[1]));
    }

    private static long second(String date) throws BadLine {
        try {
            return OffsetDateTime.parse(date, DATE).toEpochSecond();
        } catch (DateTimeException _) {
            throw BadLine.field("date", "one such as 31/Jan/2026:12:00:00 +0100", date);
        }
    }

    private static long size(String text) throws BadLine {
        if (text.equals("-")) {
            return Request.UNKNOWN_SIZE;
        }
        BigDecimal bytes = Quantities.number("bytes", text);
        return Quantities.size("bytes", bytes);
    }
}
