package cachescope.engine.port.observed;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.port.MessageLosses;
import cachescope.engine.port.Tasks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Numbers the messages of a run, so that each can be followed from its sender to its receivers: the
 * number travels in front of the text ({@code 17 user:7}). Remembers on whose behalf each was sent;
 * bounded, the oldest is forgotten first. Thread-safe.
 */
public final class Messages implements MessageLosses {
    static final int MESSAGES_MAX = 10_000;

    /** The number of a message that nobody in this run sent. */
    static final long FOREIGN = -1;

    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,18}) (.*)", Pattern.DOTALL);

    private final EventSink sink;
    private final Tasks tasks;
    private final Map<Long, List<Long>> requests = new LinkedHashMap<>();
    private long next;

    public Messages(EventSink sink, Tasks tasks) {
        this.sink = sink;
        this.tasks = tasks;
    }

    /** A message as it was received, and the work that it leads to. */
    record Received(long number, String text, Cause.Background cause) {}

    /** The number of a new message that is sent for a cause. */
    synchronized long number(Cause cause) {
        requests.put(next, requests(cause));
        if (requests.size() > MESSAGES_MAX) {
            requests.remove(requests.keySet().iterator().next());
        }
        return next++;
    }

    /** What is sent of a message. */
    static String numbered(long number, String text) {
        return number + " " + text;
    }

    /** Tells that something came to a node, and what it is. */
    Received delivered(String channel, String node, String sent) {
        var received = received(sent);
        long at = tasks.now();
        sink.append(seq ->
                new Event.MessageDelivered(
                        seq, at, received.cause, node, channel, received.number));
        return received;
    }

    @Override
    public void lost(String channel, String node, String text) {
        var lost = received(text);
        long at = tasks.now();
        sink.append(seq -> new Event.MessageLost(seq, at, lost.cause, node, channel, lost.number));
    }

    private Received received(String sent) {
        var parts = NUMBERED.matcher(sent);
        if (!parts.matches()) {
            return new Received(FOREIGN, sent, new Cause.Background("message", List.of()));
        }
        long number = Long.parseLong(parts.group(1));
        return new Received(
                number,
                parts.group(2),
                new Cause.Background("message " + number, requestsOf(number)));
    }

    private synchronized List<Long> requestsOf(long number) {
        return requests.getOrDefault(number, List.of());
    }

    private static List<Long> requests(Cause cause) {
        return switch (cause) {
            case Cause.Request asker -> List.of(asker.request());
            case Cause.Background work -> work.requests();
        };
    }
}
