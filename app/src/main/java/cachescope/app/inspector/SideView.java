package cachescope.app.inspector;

import cachescope.app.feed.FeedView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The right panel: the inspector with as much room as it needs, up to a share; the feed below it
 * takes the rest.
 */
public final class SideView extends VBox {
    private static final double INSPECTOR_SHARE_MAX = 0.62;

    public SideView(InspectorView inspector, FeedView feed) {
        getStyleClass().add("side");
        setMinHeight(0);
        inspector.maxHeightProperty().bind(heightProperty().multiply(INSPECTOR_SHARE_MAX));
        inspector.setMinHeight(Region.USE_COMPUTED_SIZE);
        VBox.setVgrow(feed, Priority.ALWAYS);
        feed.setPrefHeight(0);
        getChildren().addAll(inspector, feed);
    }
}
