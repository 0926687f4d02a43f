package cachescope.app.stage;

import java.util.List;

/**
 * What a tier's box says.
 *
 * @param badge at the right of the title: what is on its way there; empty for nothing
 * @param lines below the title
 * @param load from 0 to 1, the share of the requests that may be in flight which are here; negative
 *     for no bar
 */
record TierText(
        Place place, String title, String badge, List<String> lines, double load, State state) {

    enum State {
        WORKING,
        /** It is there but switched off: requests pass through. */
        PASSED,
        FAILED
    }

    TierText {
        lines = List.copyOf(lines);
    }

    /** The same as one sentence, to be read aloud. */
    String aloud() {
        var text = new StringBuilder(title);
        if (!badge.isEmpty()) {
            text.append(": ").append(badge);
        }
        lines.forEach(line -> text.append(", ").append(line));
        return text.append('.').toString();
    }
}
