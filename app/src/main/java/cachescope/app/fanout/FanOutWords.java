package cachescope.app.fanout;

import cachescope.app.words.Counts;
import cachescope.app.words.NodeWords;
import cachescope.app.words.Times;
import cachescope.engine.projection.fanout.Copies;
import cachescope.engine.projection.fanout.Copy;
import cachescope.engine.projection.fanout.FanOut;
import cachescope.engine.projection.fanout.MessageTotals;
import cachescope.engine.projection.fanout.Missed;
import cachescope.engine.projection.fanout.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The sentences of the fan-out. */
final class FanOutWords {
    private FanOutWords() {}

    /** What messages are, and what one needs to see them. */
    static String empty() {
        return "No message was sent. Messages tell the nodes' near caches of writes: choose invalidation event, a near cache and two nodes or more, and play traffic that writes.";
    }

    /** The same, of what this strategy lacks for it. */
    static String empty(JsonNode strategy) {
        var lacks = new ArrayList<String>();
        if (!strategy.path("invalidation").asString("ttl").equals("event")) {
            lacks.add("invalidation event");
        }
        if (strategy.path("nearCache").asInt(0) == 0) {
            lacks.add("a near cache");
        }
        if (strategy.path("nodes").asInt(1) < 2) {
            lacks.add("two nodes or more");
        }
        if (lacks.isEmpty()) {
            return "No message was sent yet: the next write sends one to the near caches of all nodes.";
        }
        var last = lacks.removeLast();
        var all = lacks.isEmpty() ? last : String.join(", ", lacks) + " and " + last;
        return "No message was sent. Messages tell the nodes' near caches of writes: choose "
                + all
                + ", and play traffic that writes.";
    }

    static List<String> totals(MessageTotals totals) {
        var words = new ArrayList<String>();
        words.add(Counts.whole(totals.published()) + " sent");
        words.add(Counts.whole(totals.delivered()) + " delivered");
        words.add(Counts.whole(totals.late()) + " late");
        words.add(Counts.whole(totals.lost()) + " lost");
        if (totals.away() > 0) {
            words.add(Counts.whole(totals.away()) + " not heard");
        }
        if (totals.writes() > 0) {
            words.add(
                    String.format(
                            Locale.ROOT, "%.1f deliveries a write", totals.deliveriesPerWrite()));
        }
        words.add(Counts.bytes(totals.bytes()));
        return List.copyOf(words);
    }

    /** Whether a count is of what went wrong. */
    static boolean isLoss(String total) {
        return !total.startsWith("0 ")
                && (total.endsWith(" lost") || total.endsWith(" late") || total.endsWith(" heard"));
    }

    static String story(FanOut fanOut, String key, long time) {
        var copies = fanOut.copies(key);
        if (copies.isEmpty()) {
            return key + ": nothing is known of it by now";
        }
        return key
                + ": database "
                + version(copies.get().committed())
                + " · Redis "
                + copies.get()
                        .in(Copy.REDIS)
                        .filter(copy -> copy.expiresAt() > time)
                        .map(copy -> version(copy.version()))
                        .orElse("none")
                + healing(fanOut, key, time, copies.get());
    }

    private static String healing(FanOut fanOut, String key, long time, Copies copies) {
        for (var node : fanOut.nodes()) {
            var missed = missed(fanOut, node, key, time);
            var copy = copies.in(node.node());
            if (missed.isPresent() && copy.isPresent()) {
                long end = copy.get().expiresAt();
                return " · "
                        + NodeWords.title(node.node())
                        + " missed message "
                        + Counts.whole(missed.get().message())
                        + ", heals "
                        + (end == Long.MAX_VALUE
                                ? "when it is flushed"
                                : "in " + Times.roundLength(end - time));
            }
        }
        return "";
    }

    private static Optional<Missed> missed(FanOut fanOut, Subscriber node, String key, long time) {
        return fanOut.stale(node, time).stream().filter(each -> each.key().equals(key)).findFirst();
    }

    private static String version(long version) {
        return version == 0 ? "not read yet" : "v" + version;
    }
}
