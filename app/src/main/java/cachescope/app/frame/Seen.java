package cachescope.app.frame;

import javafx.scene.Node;

/**
 * Tells whether a node can be seen: nothing need be read for a view in a tab that is not chosen.
 */
public final class Seen {
    private Seen() {}

    /** Whether the node and all around it are visible in a window that is shown. */
    public static boolean is(Node node) {
        var scene = node.getScene();
        if (scene == null || scene.getWindow() == null || !scene.getWindow().isShowing()) {
            return false;
        }
        for (var next = node; next != null; next = next.getParent()) {
            if (!next.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
