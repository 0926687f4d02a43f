package cachescope.app.fanout;

import java.util.List;

/**
 * What the picture shows at a moment.
 *
 * @param sender the node that sent the latest message; empty if none was sent
 * @param message its number; -1 if none was sent
 * @param channel the one that it was sent on
 * @param key the chosen one; empty if there is none
 */
record Moment(
        List<NodeLine> nodes,
        Flights flights,
        String sender,
        long message,
        String channel,
        String key,
        double dashes) {
    static final Moment EMPTY =
            new Moment(List.of(), new Flights(List.of(), false), "", -1, "", "", 0);
}
