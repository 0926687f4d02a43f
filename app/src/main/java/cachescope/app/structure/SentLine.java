package cachescope.app.structure;

import cachescope.app.words.Times;
import cachescope.engine.structure.RoundTrips.RoundTrip;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of what was sent: a command, or the head of a round trip.
 *
 * @param head whether it is one
 */
record SentLine(boolean head, String text) {

    /** The lines of some round trips. */
    static List<SentLine> of(List<RoundTrip> trips) {
        var lines = new ArrayList<SentLine>();
        for (int i = 0; i < trips.size(); i++) {
            var trip = trips.get(i);
            lines.add(
                    new SentLine(
                            true, "Round trip " + (i + 1) + " · " + Times.length(trip.nanos())));
            trip.sent().forEach(command -> lines.add(new SentLine(false, command)));
        }
        return lines;
    }
}
