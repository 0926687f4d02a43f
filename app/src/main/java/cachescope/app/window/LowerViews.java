package cachescope.app.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The views below the stage: at ease those of a group side by side and the groups in tabs; where
 * the window is narrow each in a tab of its own, if there is more than one. What is shown stays
 * shown when that changes.
 */
final class LowerViews extends StackPane {
    private static final double HEIGHT_AT_EASE = 264;
    private static final double HEIGHT_NARROW = 200;

    private final List<Lower> views;
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
    private final Map<Tab, List<Lower>> tabs = new LinkedHashMap<>();
    private @Nullable Lower chosen;

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

    /** Turns to a view, or to a group of views, by its name; returns whether there is one. */
    boolean turnTo(String name) {
        var found =
                views.stream()
                        .filter(view ->
                                view.title().equalsIgnoreCase(name)
                                        || view.group().equalsIgnoreCase(name))
                        .findFirst();
        found.ifPresent(view -> {
            chosen = view;
            choose();
        });
        return found.isPresent();
    }

    /** The names of the views. */
    List<String> names() {
        return views.stream().map(Lower::title).toList();
    }

    private void arrange() {
        getChildren().clear();
        tabs.clear();
        double height = views.isEmpty() ? 0 : narrow.get() ? HEIGHT_NARROW : HEIGHT_AT_EASE;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        if (narrow.get()) {
            views.forEach(view -> tabs.put(new Tab(view.title(), view.content()), List.of(view)));
        } else {
            groups().forEach((group, members) ->
                    tabs.put(new Tab(group, sideBySide(members)), members));
        }
        if (tabs.size() > 1) {
            getChildren().add(pane());
        } else if (!views.isEmpty()) {
            getChildren().add(sideBySide(views));
        }
    }

    private TabPane pane() {
        var pane = new TabPane();
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pane.getTabs().addAll(tabs.keySet());
        choose();
        pane.getSelectionModel()
                .selectedItemProperty()
                .subscribe(tab -> {
                    var shown = tabs.getOrDefault(tab, List.of());
                    if (!has(shown) && !shown.isEmpty()) {
                        chosen = shown.getFirst();
                    }
                });
        return pane;
    }

    /** Selects the tab of the view that was chosen last, whatever tabs there are now. */
    private void choose() {
        tabs.forEach((tab, shown) -> {
            if (has(shown) && tab.getTabPane() != null) {
                tab.getTabPane().getSelectionModel().select(tab);
            }
        });
    }

    private boolean has(List<Lower> shown) {
        return shown.stream().anyMatch(view -> view.equals(chosen));
    }

    private Map<String, List<Lower>> groups() {
        return views.stream()
                .collect(
                        Collectors.groupingBy(
                                Lower::group, LinkedHashMap::new, Collectors.toList()));
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
