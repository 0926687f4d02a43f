package cachescope.app.fanout;

import cachescope.app.theme.Tone;
import cachescope.app.words.NodeWords;

/**
 * What is said of a node and its copy of the chosen key.
 *
 * @param version of its copy; 0 where it has none
 * @param words for where there is room; a few of them
 * @param dropping how far the fading of a dropped copy is, from 0 to 1; negative where none fades
 */
record NodeLine(
        String node, State state, long version, String words, boolean listening, double dropping) {

    /** How a node's copy stands to the database. */
    enum State {
        FRESH("fresh", Tone.HIT),
        /** Older than what is committed. */
        OLD("older", Tone.STALE),
        /** Older, and the message that said so never came. */
        MISSED("stale", Tone.STALE),
        NONE("no copy", Tone.DIM),
        DOWN("down", Tone.FAILED);

        private final String word;
        private final Tone tone;

        State(String word, Tone tone) {
            this.word = word;
            this.tone = tone;
        }

        String word() {
            return word;
        }

        Tone tone() {
            return tone;
        }
    }

    String title() {
        return NodeWords.title(node);
    }

    /** {@code v17}; a dash where there is no copy. */
    String versionWords() {
        return version == 0 ? "–" : "v" + version;
    }

    String aloud() {
        var copy = version == 0 ? "" : " version " + version + ",";
        return title() + ":" + copy + " " + words + ".";
    }
}
