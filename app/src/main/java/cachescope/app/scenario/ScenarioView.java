package cachescope.app.scenario;

import cachescope.app.theme.Sheets;
import cachescope.engine.scenario.Scenario;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A card with the words of the scenario that is played, which takes room of its own and so covers
 * nothing; none where there is no scenario.
 */
public final class ScenarioView extends HBox {
    private final ScenarioViewModel model;

    public ScenarioView(ScenarioViewModel model) {
        this.model = model;
        getStyleClass().add("scenario");
        getStylesheets().add(Sheets.of(ScenarioView.class));
        setId("scenario");
        setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(4, title(), watch(), learn());
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(Feather.BOOK_OPEN), words, learning(), putAway());
        visibleProperty().bind(model.playedProperty().map(Optional::isPresent));
        managedProperty().bind(visibleProperty());
    }

    private Label title() {
        var title = wrapping(Scenario::title);
        title.setId("scenario-title");
        title.getStyleClass().add("scenario-title");
        return title;
    }

    private Label watch() {
        var watch = wrapping(Scenario::watch);
        watch.setId("scenario-watch");
        return watch;
    }

    private Label learn() {
        var learn = wrapping(Scenario::learn);
        learn.setId("scenario-learn");
        learn.getStyleClass().add("learn");
        learn.visibleProperty().bind(model.toldProperty());
        learn.managedProperty().bind(learn.visibleProperty());
        return learn;
    }

    private Label wrapping(Function<Scenario, String> words) {
        ObservableValue<String> text =
                model.playedProperty().map(played -> played.map(words).orElse(""));
        var label = new Label();
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private ToggleButton learning() {
        var learning = new ToggleButton("What you learn");
        learning.setId("scenario-tell");
        learning.setMinWidth(Region.USE_PREF_SIZE);
        learning.setTooltip(new Tooltip("Tell what this scenario shows"));
        learning.selectedProperty().bindBidirectional(model.toldProperty());
        return learning;
    }

    private Button putAway() {
        var close = new Button(null, new FontIcon(Feather.X));
        close.setId("scenario-close");
        close.getStyleClass().addAll("flat", "icon");
        close.setAccessibleText("Put the words of the scenario away");
        close.setTooltip(new Tooltip("Put these words away"));
        close.setOnAction(_ -> model.putAway());
        close.setAlignment(Pos.CENTER);
        return close;
    }
}
