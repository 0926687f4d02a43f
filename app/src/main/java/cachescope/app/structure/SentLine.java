package cachescope.app.structure;

import cachescope.app.words.Times;
import cachescope.engine.structure.RoundTrips.RoundTrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of what was sent: a command, or the head of a round trip.
 *
 * @param head whether it is one
 * @param text what is shown: of the names of keys what all begin with is put short
 * @param whole the same as it was sent
 */
record SentLine(boolean head, String text, String whole) {
    /** What stands for what the names of all keys begin with. */
    static final String SHORT = "…:";

    private static final Pattern BEGINNING =
            Pattern.compile("(?<= )(?:cachescope:[A-Za-z0-9-]{1,64}:)?structure:");

    private static SentLine command(String sent) {
        return new SentLine(false, BEGINNING.matcher(sent).replaceAll(SHORT), sent);
    }

    private static SentLine head(String words) {
        return new SentLine(true, words, words);
    }

    /** The lines of some round trips. */
    static List<SentLine> of(List<RoundTrip> trips) {
        var lines = new ArrayList<SentLine>();
        for (int i = 0; i < trips.size(); i++) {
            var trip = trips.get(i);
            lines.add(head("Round trip " + (i + 1) + " · " + Times.length(trip.nanos())));
            trip.sent().forEach(sent -> lines.add(command(sent)));
        }
        return lines;
    }

    /** What the names of all keys in this line begin with; empty if it names none. */
    Optional<String> beginning() {
        var found = BEGINNING.matcher(whole);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
