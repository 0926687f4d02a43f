package cachescope.engine.projection.fanout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message with what became of it so far.
 *
 * @param node who sent it; empty while only its arrivals are told
 * @param key the record that it is about; empty if that is not known
 * @param version what was committed before it was sent; 0 if that is not known
 * @param startedAt when it left
 * @param receivers how many nodes it was sent to
 */
public record Message(
        long number,
        String node,
        String channel,
        String key,
        long version,
        long startedAt,
        long receivers,
        List<Arrival> arrivals) {

    public Message {
        arrivals = List.copyOf(arrivals);
    }

    /** A message of which an arrival is told before its sending. */
    static Message unsent(long number, String channel, long at) {
        return new Message(number, "", channel, "", 0, at, 0, List.of());
    }

    /** What became of it at a node; empty while it is on its way there. */
    public Optional<Arrival> at(String node) {
        return arrivals.stream().filter(arrival -> arrival.node().equals(node)).findFirst();
    }

    Message sent(Message told) {
        var all = new ArrayList<>(arrivals);
        told.arrivals.stream().filter(arrival -> at(arrival.node()).isEmpty()).forEach(all::add);
        return new Message(
                number,
                told.node,
                told.channel,
                told.key,
                told.version,
                Math.min(startedAt, told.startedAt),
                told.receivers,
                all);
    }

    Message with(Arrival arrival) {
        var all = new ArrayList<Arrival>(arrivals.size() + 1);
        arrivals.stream().filter(other -> !other.node().equals(arrival.node())).forEach(all::add);
        all.add(arrival);
        return new Message(number, node, channel, key, version, startedAt, receivers, all);
    }
}
