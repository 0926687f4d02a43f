package cachescope.app.window;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/**
 * The views below the stage: side by side at ease, in tabs where the window is narrow and there is
 * more than one.
 */
final class LowerViews extends StackPane {
    private static final double HEIGHT_AT_EASE = 264;
    private static final double HEIGHT_NARROW = 200;

    private final List<Lower> views;
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");

    LowerViews(List<Lower> views) {
        this.views = views;
        getStyleClass().add("lower");
        setMinWidth(0);
        narrow.addListener((_, _, _) -> arrange());
        arrange();
    }

    BooleanProperty narrowProperty() {
        return narrow;
    }

    private void arrange() {
        getChildren().clear();
        double height = views.isEmpty() ? 0 : narrow.get() ? HEIGHT_NARROW : HEIGHT_AT_EASE;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        if (narrow.get() && views.size() > 1) {
            getChildren().add(tabs());
        } else if (!views.isEmpty()) {
            getChildren().add(sideBySide());
        }
    }

    private TabPane tabs() {
        var tabs = new TabPane();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (var view : views) {
            tabs.getTabs().add(new Tab(view.title(), view.content()));
        }
        return tabs;
    }

    private HBox sideBySide() {
        var row = new HBox();
        for (var view : views) {
            var place = new StackPane(view.content());
            place.getStyleClass().add("lower-view");
            if (!row.getChildren().isEmpty()) {
                place.getStyleClass().add("further");
            }
            place.setMinWidth(0);
            place.setPrefWidth(0);
            HBox.setHgrow(place, Priority.ALWAYS);
            row.getChildren().add(place);
        }
        return row;
    }
}
