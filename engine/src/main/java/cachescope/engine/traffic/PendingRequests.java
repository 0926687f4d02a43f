package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests that were parsed and not yet asked for. */
final class PendingRequests implements RequestSink {
    private final Parser parser;
    private final ArrayDeque<Request> pending = new ArrayDeque<>();
    private final @Nullable WithinSeconds seconds;

    PendingRequests(Parser parser) {
        this.parser = parser;
        seconds = parser.isInWholeSeconds() ? new WithinSeconds(pending::add) : null;
    }

    @Override
    public void accept(Request request) {
        if (seconds == null) {
            pending.add(request);
        } else {
            seconds.add(request);
        }
    }

    @Override
    public void accept(long at, Operation operation, long key, long size) throws BadLine {
        if (size > Request.LARGEST_SIZE) {
            throw BadLine.field(
                    "size",
                    "at most " + Request.LARGEST_SIZE + " bytes (64 MB)",
                    Long.toString(size));
        }
        accept(new Request(at, operation, parser.keyText(key), size, null, null, List.of()));
    }

    /** Nothing more comes. */
    void end() {
        if (seconds != null) {
            seconds.end();
        }
    }

    boolean isEmpty() {
        return pending.isEmpty();
    }

    Optional<Request> poll() {
        return Optional.ofNullable(pending.poll());
    }
}
