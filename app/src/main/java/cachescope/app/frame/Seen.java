package cachescope.app.frame;

import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a node can be seen: nothing need be read or drawn for a view in a tab that is not
 * chosen, or in a window that is minimised.
 */
public final class Seen {
    private Seen() {}

    /** Whether the node and all around it are visible in a window that is shown. */
    public static boolean is(Node node) {
        return node.getScene() != null && node.getScene().getWindow() != null && inPicture(node);
    }

    /** The same also where there is no window, but a picture is made of the scene. */
    public static boolean inPicture(Node node) {
        if (node.getScene() == null || !isOpen(node.getScene().getWindow())) {
            return false;
        }
        for (var next = node; next != null; next = next.getParent()) {
            if (!next.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpen(@Nullable Window window) {
        return window == null
                || (window.isShowing() && !(window instanceof Stage stage && stage.isIconified()));
    }
}
