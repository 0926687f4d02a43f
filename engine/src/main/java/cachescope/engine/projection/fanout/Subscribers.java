package cachescope.engine.projection.fanout;

import cachescope.engine.event.Event;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The application nodes, in the order of their numbers. */
final class Subscribers {
    /** How many nodes are known; further ones are passed over. */
    static final int NODES_MAX = 64;

    /** Of two names the shorter is of the lower number. */
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final TreeMap<String, Subscriber> nodes = new TreeMap<>(BY_NUMBER);

    Subscribers copy() {
        var copy = new Subscribers();
        copy.nodes.putAll(nodes);
        return copy;
    }

    List<Subscriber> all() {
        return List.copyOf(nodes.values());
    }

    /** The event since which a near cache holds what it holds; -1 if that is the run's start. */
    long flushedSeq(String node) {
        var known = nodes.get(node);
        return known == null ? -1 : known.flushedSeq();
    }

    /** Those that are up and do not listen. */
    List<String> away() {
        return nodes.values().stream()
                .filter(node -> node.up() && !node.listening())
                .map(Subscriber::node)
                .toList();
    }

    void know(String node) {
        if (!nodes.containsKey(node)) {
            put(Subscriber.named(node));
        }
    }

    void listening(String node, boolean now) {
        put(of(node).listening(now));
    }

    void stopped(Event.NodeStopped event) {
        put(of(event.node()).stopped(event.seq(), event.at()));
    }

    void started(Event.NodeStarted event) {
        put(of(event.node()).started(event.seq(), event.at()));
    }

    void flushed(Event.NearFlushed event) {
        put(of(event.node()).flushed(event.seq(), event.at()));
    }

    void missed(String node, Missed missed) {
        put(of(node).missed(missed));
    }

    void clear() {
        nodes.clear();
    }

    private Subscriber of(String node) {
        return nodes.getOrDefault(node, Subscriber.named(node));
    }

    private void put(Subscriber node) {
        if (nodes.size() < NODES_MAX || nodes.containsKey(node.node())) {
            nodes.put(node.node(), node);
        }
    }
}
