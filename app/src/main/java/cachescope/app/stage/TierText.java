package cachescope.app.stage;

import java.util.List;

/**
 * What a tier's box says.
 *
 * @param badge at the right of the title: what is on its way there; empty for nothing
 * @param brief what of it remains where there is one line for all
 * @param lines below the title
 * @param bar below the lines
 */
record TierText(
        Place place,
        String title,
        String badge,
        String brief,
        List<String> lines,
        Bar bar,
        State state) {

    /**
     * A share from 0 to 1 as a bar, in the tier's colour.
     *
     * @param share negative for no bar
     * @param restMissed whether the rest of the bar are misses, and has their colour
     */
    record Bar(double share, boolean restMissed) {
        static final Bar NONE = new Bar(-1, false);

        /** The share of the requests that may be in flight which are here. */
        static Bar ofLoad(double share) {
            return new Bar(share, false);
        }

        /** Hits among look-ups. */
        static Bar ofHits(double share) {
            return new Bar(share, true);
        }
    }

    enum State {
        WORKING,
        /** It is there but switched off: requests pass through. */
        PASSED,
        FAILED
    }

    TierText {
        lines = List.copyOf(lines);
    }

    /** The text of a box that is never so small. */
    TierText(Place place, String title, String badge, List<String> lines, Bar bar, State state) {
        this(place, title, badge, "", lines, bar, state);
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
