package cachescope.app.fanout;

import cachescope.app.fanout.NodeLine.State;
import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.projection.fanout.Arrival;
import cachescope.engine.projection.fanout.Copies;
import cachescope.engine.projection.fanout.Copy;
import cachescope.engine.projection.fanout.FanOut;
import cachescope.engine.projection.fanout.Missed;
import cachescope.engine.projection.fanout.Subscriber;
import java.util.List;
import java.util.Optional;

/** Says of each node how its copy of a key stands at a time. */
final class Lines {
    private final FanOut fanOut;
    private final Flights flights;
    private final String key;
    private final long time;
    private final long committed;

    Lines(FanOut fanOut, Flights flights, String key, long time) {
        this.fanOut = fanOut;
        this.flights = flights;
        this.key = key;
        this.time = time;
        this.committed = fanOut.copies(key).map(Copies::committed).orElse(0L);
    }

    List<NodeLine> of(List<String> nodes) {
        var known = fanOut.nodes();
        return nodes.stream()
                .map(node ->
                        known.stream()
                                .filter(subscriber -> subscriber.node().equals(node))
                                .findFirst()
                                .map(this::line)
                                .orElseGet(() ->
                                        new NodeLine(
                                                node, State.NONE, 0, State.NONE.word(), true, -1)))
                .toList();
    }

    private NodeLine line(Subscriber node) {
        if (!node.up()) {
            return new NodeLine(node.node(), State.DOWN, 0, State.DOWN.word(), false, -1);
        }
        var stale = fanOut.stale(node, time);
        var missed = stale.stream().filter(each -> each.key().equals(key)).findFirst();
        int others = stale.size() - (missed.isPresent() ? 1 : 0);
        var drop = drop(node.node());
        var copy = fanOut.near(node.node(), key, time);
        if (copy.isPresent()) {
            return held(node, copy.get(), missed, others);
        }
        if (drop.isPresent() && drop.get().phase() == Flight.Phase.FLYING) {
            long version = droppedVersion(drop.get());
            if (version > 0) {
                return line(node, State.OLD, version, "message under way", others, -1);
            }
        }
        if (drop.isPresent() && drop.get().phase() == Flight.Phase.DROPPING) {
            var words = "v" + droppedVersion(drop.get()) + " dropped";
            return line(
                    node,
                    State.NONE,
                    droppedVersion(drop.get()),
                    words,
                    others,
                    drop.get().share());
        }
        return line(node, State.NONE, 0, dropped(node.node()), others, -1);
    }

    private NodeLine held(Subscriber node, Copy copy, Optional<Missed> missed, int others) {
        if (missed.isPresent()) {
            var since = Times.roundLength(time - missed.get().at());
            return line(node, State.MISSED, copy.version(), "stale for " + since, others, -1);
        }
        return copy.version() < committed
                ? line(node, State.OLD, copy.version(), "older than v" + committed, others, -1)
                : line(node, State.FRESH, copy.version(), "fresh", others, -1);
    }

    private NodeLine line(
            Subscriber node, State state, long version, String words, int others, double drop) {
        var more =
                others == 0 ? "" : " · " + Counts.of(others, "other key", "other keys") + " stale";
        return new NodeLine(
                node.node(),
                state,
                version,
                heard(node, state, words) + more,
                node.listening(),
                drop);
    }

    private static String heard(Subscriber node, State state, String words) {
        if (node.listening()) {
            return words;
        }
        return state == State.MISSED ? words + " · not listening" : "not listening · " + words;
    }

    /** What is seen of the message that drops the node's copy of the key. */
    private Optional<Flight> drop(String node) {
        return flights.all().stream()
                .filter(flight -> flight.to().equals(node) && flight.key().equals(key))
                .filter(flight -> flight.phase() != Flight.Phase.LOST)
                .reduce((_, later) -> later);
    }

    private long droppedVersion(Flight flight) {
        return fanOut.messages().stream()
                .filter(message -> message.number() == flight.message())
                .findFirst()
                .flatMap(message -> message.at(flight.to()))
                .map(Arrival::droppedVersion)
                .orElse(0L);
    }

    private String dropped(String node) {
        return fanOut.messages().stream()
                .filter(message -> message.key().equals(key))
                .reduce((_, later) -> later)
                .flatMap(message -> message.at(node))
                .filter(arrival -> arrival.droppedVersion() > 0)
                .map(arrival -> arrival.fate() == Arrival.Fate.LATE ? "dropped late" : "dropped")
                .orElse(State.NONE.word());
    }
}
