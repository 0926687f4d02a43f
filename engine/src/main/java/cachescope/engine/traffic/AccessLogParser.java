package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.QuotedText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the access logs of web servers. The key is the request's target as it was asked for, query
 * and all: another query is another page. Requests of other methods, and those that were no HTTP,
 * are passed over and counted.
 *
 * <p>The times are whole seconds. Servers write a line when the request is over with the time at
 * which it came, so lines may be up to a minute out of order.
 */
final class AccessLogParser implements LineParser {
    private static final Duration DISORDER = Duration.ofSeconds(60);
    private static final long SECOND = 1_000_000_000L;

    private final TimeAxis axis = TimeAxis.ofClock(DISORDER);
    private final PassedOver passedOver = new PassedOver("requests that neither read nor write");

    static boolean recognises(String firstLine) {
        try {
            AccessLogLine.parse(firstLine);
            return true;
        } catch (BadLine _) {
            return false;
        }
    }

    @Override
    public void parse(String line, RequestSink requests) throws BadLine {
        if (line.isBlank()) {
            return;
        }
        var parsed = AccessLogLine.parse(line);
        var parts = parsed.request().raw().split(" ", 3);
        var operation = parts.length < 2 ? Optional.<Operation>empty() : operation(parts[0]);
        if (operation.isEmpty()) {
            passedOver.count(parts.length < 2 ? "" : parts[0]);
            return;
        }
        var key = Quantities.key("request", target(parsed.request(), parts));
        long at = axis.place("date", parsed.second() * SECOND);
        requests.accept(
                new Request(
                        at, operation.get(), key, parsed.size(), parsed.host(), null, List.of()));
    }

    @Override
    public boolean isInWholeSeconds() {
        return true;
    }

    @Override
    public List<String> remarks() {
        var remarks = new ArrayList<String>();
        passedOver.remark().ifPresent(remarks::add);
        axis.remark().ifPresent(remarks::add);
        return remarks;
    }

    private static String target(QuotedText request, String[] parts) {
        int start = request.start() + parts[0].length() + 1;
        return new QuotedText(request.line(), start, start + parts[1].length()).text();
    }

    private static Optional<Operation> operation(String method) {
        return switch (method) {
            case "GET", "HEAD" -> Optional.of(Operation.READ);
            case "PUT", "POST", "PATCH" -> Optional.of(Operation.WRITE);
            case "DELETE" -> Optional.of(Operation.DELETE);
            default -> Optional.empty();
        };
    }
}
