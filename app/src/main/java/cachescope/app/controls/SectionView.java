package cachescope.app.controls;

import cachescope.engine.strategy.Strategy;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A part of the strategy panel below its title. Folded it is one line, which says what is chosen in
 * it.
 */
final class SectionView extends VBox {
    private final StrategyViewModel model;
    private final VBox content = new VBox();
    private final ToggleButton title;

    SectionView(
            Section section,
            FoldsViewModel folds,
            StrategyViewModel model,
            Function<Strategy, String> chosen,
            Node... nodes) {
        this.model = model;
        var open = folds.openProperty(section);
        title = title(section, open);
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var summary = new Label();
        summary.setId(section.label() + "-summary");
        summary.getStyleClass().addAll("small", "section-summary");
        summary.visibleProperty().bind(open.not());
        summary.setMinWidth(0);
        model.strategyProperty().subscribe(strategy -> summary.setText(chosen.apply(strategy)));
        var row = new HBox(title, spacer, summary);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("section-row");
        content.getStyleClass().add("section-content");
        content.getChildren().addAll(nodes);
        content.visibleProperty().bind(open);
        content.managedProperty().bind(open);
        getChildren().addAll(row, content);
        getStyleClass().add("section");
    }

    /** Shows a node of it only where it has a meaning: a detail of something that is chosen. */
    SectionView showing(Node node, Predicate<Strategy> when) {
        return shownIf(this, node, model, when);
    }

    /** Shows a node only where it has a meaning; returns {@code with}. */
    static <T> T shownIf(T with, Node node, StrategyViewModel model, Predicate<Strategy> when) {
        node.managedProperty().bind(node.visibleProperty());
        model.strategyProperty().subscribe(strategy -> node.setVisible(when.test(strategy)));
        return with;
    }

    private static ToggleButton title(Section section, BooleanProperty open) {
        var icon = new FontIcon(Feather.CHEVRON_RIGHT);
        var button = new ToggleButton(section.title(), icon);
        button.setId(section.label() + "-section");
        button.getStyleClass().setAll("disclosure");
        button.setMinWidth(USE_PREF_SIZE);
        button.selectedProperty().bindBidirectional(open);
        open.subscribe(shown -> {
            icon.setIconCode(shown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            button.setAccessibleText(section.title() + (shown ? ", open" : ", folded away"));
        });
        return button;
    }
}
