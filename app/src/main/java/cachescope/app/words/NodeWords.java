package cachescope.app.words;

import java.util.Comparator;

/** The names of application nodes as people read them. */
public final class NodeWords {
    /** The order of their numbers: of two names the shorter is of the lower one. */
    public static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final String APP = "app-";

    private NodeWords() {}

    /** {@code App 3} for {@code app-3}; any other name as it is. */
    public static String title(String node) {
        return node.startsWith(APP) ? "App " + node.substring(APP.length()) : node;
    }
}
