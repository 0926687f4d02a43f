package cachescope.app.fanout;

import cachescope.app.frame.FrameClock;
import cachescope.engine.projection.fanout.Arrival;
import cachescope.engine.projection.fanout.FanOut;
import cachescope.engine.projection.fanout.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The messages that are seen at a time: a function of what is known, the time and the rate alone.
 *
 * <p>A message takes its real time, stretched by the rate, but never less than {@link
 * #FLIGHT_MIN_NANOS} on the screen; so it is never ahead of the truth, and may be behind it.
 *
 * @param dense whether there are too many to be told apart; then none is listed
 */
record Flights(List<Flight> all, boolean dense) {
    /** The least time on the screen from the sender to a node. */
    static final double FLIGHT_MIN_NANOS = 600e6;

    /** How long, on the screen, a dropped copy is seen to fade. */
    static final double DROPPING_NANOS = 700e6;

    /** How long, on the screen, it is shown where a message ended. */
    static final double LOST_NANOS = 1.5e9;

    /** How many messages can be told apart. */
    static final int MESSAGES_MAX = 24;

    /** What is seen at a time; {@code ahead} knows what comes next. */
    static Flights at(FanOut ahead, List<String> nodes, long time, double rate) {
        var found = new ArrayList<Flight>();
        int messages = 0;
        for (var message : ahead.messages()) {
            var those = of(message, nodes, time, rate);
            messages += those.isEmpty() ? 0 : 1;
            found.addAll(those);
        }
        return messages > MESSAGES_MAX
                ? new Flights(List.of(), true)
                : new Flights(List.copyOf(found), false);
    }

    /** What is seen of a message at a node. */
    Optional<Flight> of(long message, String node) {
        return all.stream()
                .filter(flight -> flight.message() == message && flight.to().equals(node))
                .findFirst();
    }

    private static List<Flight> of(Message message, List<String> nodes, long time, double rate) {
        var found = new ArrayList<Flight>();
        if (time >= message.startedAt() && !message.node().isEmpty()) {
            long unarrived = message.receivers();
            for (var arrival : message.arrivals()) {
                unarrived -= arrival.fate() == Arrival.Fate.AWAY ? 0 : 1;
                flight(message, arrival, time, rate).ifPresent(found::add);
            }
            if (unarrived > 0) {
                nodes.stream()
                        .filter(node -> message.at(node).isEmpty())
                        .limit(unarrived)
                        .map(node -> underWay(message, node, time, rate))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Optional<Flight> flight(
            Message message, Arrival arrival, long time, double rate) {
        if (arrival.fate() == Arrival.Fate.AWAY) {
            return Optional.empty();
        }
        double since = time - message.startedAt();
        double travel =
                Math.max((double) (arrival.at() - message.startedAt()), FLIGHT_MIN_NANOS * rate);
        if (since < travel) {
            return Optional.of(
                    flight(message, arrival.node(), Flight.Phase.FLYING, since / travel));
        }
        double there = message.startedAt() + travel;
        if (!arrival.came()) {
            return phase(message, arrival.node(), Flight.Phase.LOST, time - there, rate);
        }
        return arrival.droppedVersion() == 0
                ? Optional.empty()
                : phase(
                        message,
                        arrival.node(),
                        Flight.Phase.DROPPING,
                        time - Math.max(there, (double) arrival.droppedAt()),
                        rate);
    }

    private static Optional<Flight> phase(
            Message message, String node, Flight.Phase phase, double since, double rate) {
        double lasts = (phase == Flight.Phase.LOST ? LOST_NANOS : DROPPING_NANOS) * rate;
        return since < lasts
                ? Optional.of(flight(message, node, phase, Math.max(0, since / lasts)))
                : Optional.empty();
    }

    /** It comes after all that is known, so it may come right then. */
    private static Flight underWay(Message message, String node, long time, double rate) {
        double since = time - message.startedAt();
        double travel = Math.max(since + FrameClock.AHEAD_NANOS, FLIGHT_MIN_NANOS * rate);
        return flight(message, node, Flight.Phase.FLYING, since / travel);
    }

    private static Flight flight(Message message, String node, Flight.Phase phase, double share) {
        return new Flight(message.number(), message.key(), message.node(), node, phase, share);
    }
}
