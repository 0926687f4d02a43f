package cachescope.app.window;

import javafx.scene.layout.Region;

/** A view below the stage, with the title that its tab bears where there is no room for two. */
public record Lower(String title, Region content) {}
