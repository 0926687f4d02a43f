package cachescope.app.lru;

import cachescope.app.frame.Seen;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Sheets;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The linked list in its modes, of which one is seen. */
public final class LruView extends VBox {
    private final HBox modes = new HBox();
    private final StackPane heads = new StackPane();
    private final StackPane bodies = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final Region trafficBody;
    private final Region rivalsBody;

    /**
     * @param palette must stand in the same scene
     * @param giveNearCache what to do where a near cache is what is missing
     */
    public LruView(
            LruViewModel model,
            SandboxViewModel sandbox,
            RivalsViewModel rivals,
            Palette palette,
            Runnable giveNearCache) {
        getStyleClass().add("lru");
        getStylesheets().add(Sheets.of(LruView.class));
        setMinSize(0, 0);
        modes.setMinWidth(USE_PREF_SIZE);
        modes.setAlignment(Pos.TOP_LEFT);
        modes.getStyleClass().add("modes");
        bodies.setMinSize(0, 0);
        HBox.setHgrow(heads, Priority.ALWAYS);
        VBox.setVgrow(bodies, Priority.ALWAYS);
        var top = new HBox(modes, heads);
        top.getStyleClass().add("top");
        getChildren().addAll(top, bodies);
        var traffic = new TrafficListView(model, palette, giveNearCache);
        add("Traffic", "lru-traffic", traffic.head(), traffic);
        var hands = new SandboxView(sandbox, palette);
        add("Sandbox", "lru-hands", hands.head(), hands);
        var both = new RivalsView(rivals, palette);
        add("Two policies", "lru-both", both.head(), both);
        rivalsBody = both;
        trafficBody = traffic;
        group.selectToggle(group.getToggles().getFirst());
        group.selectedToggleProperty()
                .addListener((_, old, now) -> {
                    if (now == null) {
                        group.selectToggle(old);
                    }
                });
    }

    private void add(String title, String id, Region head, Region body) {
        var button = new ToggleButton(title);
        button.setId(id);
        button.getStyleClass().add("mode");
        button.setToggleGroup(group);
        modes.getChildren().add(button);
        for (var part : List.of(head, body)) {
            part.visibleProperty().bind(button.selectedProperty());
            part.managedProperty().bind(button.selectedProperty());
        }
        heads.getChildren().add(head);
        bodies.getChildren().add(body);
    }

    /** Whether the list under traffic is seen. */
    public boolean showsTraffic() {
        return Seen.inPicture(trafficBody);
    }

    /** Whether the two policies are seen. */
    public boolean showsRivals() {
        return Seen.inPicture(rivalsBody);
    }
}
