package cachescope.app.words;

/** Application nodes in words. */
public final class Nodes {
    private static final String PREFIX = "app-";

    private Nodes() {}

    /** A node's name as a title: {@code App 3}. */
    public static String title(String node) {
        return node.startsWith(PREFIX) ? "App " + node.substring(PREFIX.length()) : node;
    }
}
