package cachescope.app.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The views below the stage: at ease those of a group side by side and the groups in tabs; where
 * the window is narrow each in a tab of its own, if there is more than one.
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

    /** Turns to the tab of a view or of a group of views; returns whether there is one. */
    boolean turnTo(String name) {
        for (var child : getChildren()) {
            if (child instanceof TabPane tabs) {
                for (var tab : tabs.getTabs()) {
                    if (tab.getText().equalsIgnoreCase(name)) {
                        tabs.getSelectionModel().select(tab);
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The names of the tabs. */
    List<String> names() {
        return getChildren().stream()
                .filter(TabPane.class::isInstance)
                .flatMap(tabs -> ((TabPane) tabs).getTabs().stream())
                .map(Tab::getText)
                .toList();
    }

    private void arrange() {
        getChildren().clear();
        double height = views.isEmpty() ? 0 : narrow.get() ? HEIGHT_NARROW : HEIGHT_AT_EASE;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        if (narrow.get() && views.size() > 1) {
            getChildren().add(tabs(views.stream().map(view -> tab(view.title(), view.content()))));
        } else if (groups().size() > 1) {
            getChildren()
                    .add(
                            tabs(
                                    groups().entrySet().stream()
                                            .map(group ->
                                                    tab(
                                                            group.getKey(),
                                                            sideBySide(group.getValue())))));
        } else if (!views.isEmpty()) {
            getChildren().add(sideBySide(views));
        }
    }

    private Map<String, List<Lower>> groups() {
        return views.stream()
                .collect(
                        Collectors.groupingBy(
                                Lower::group, LinkedHashMap::new, Collectors.toList()));
    }

    private static Tab tab(String title, Region content) {
        return new Tab(title, content);
    }

    private static TabPane tabs(Stream<Tab> all) {
        var tabs = new TabPane();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().addAll(all.toList());
        return tabs;
    }

    private static HBox sideBySide(List<Lower> group) {
        var row = new HBox();
        for (var view : group) {
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
