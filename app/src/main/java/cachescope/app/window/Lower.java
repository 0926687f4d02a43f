package cachescope.app.window;

import javafx.scene.layout.Region;

/**
 * A view below the stage, with the title that its tab bears where there is no room for two. Views
 * of one group stand side by side where there is.
 */
public record Lower(String group, String title, Region content) {

    /** A view that stands beside all others that name no group. */
    public Lower(String title, Region content) {
        this("", title, content);
    }
}
