package cachescope.app.window;

import java.util.List;
import javafx.scene.layout.Region;

/**
 * What stands in the window. {@code lower} views stand below the stage, side by side or in tabs.
 */
public record Slots(
        Region header,
        Region strategy,
        Region stage,
        List<Lower> lower,
        Region inspector,
        Region tape) {

    public Slots {
        lower = List.copyOf(lower);
    }
}
