package cachescope.app.controls;

import cachescope.app.keys.KeyCommand;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The traffic's own speed, which is not the screen's; holding it; beginning again. */
public final class TrafficView extends VBox {

    public TrafficView(TrafficViewModel model) {
        getStyleClass().add("traffic-view");
        var title = new Label("TRAFFIC");
        title.getStyleClass().add("section-title");
        getChildren().addAll(title, speed(model), buttons(model));
    }

    private static Region speed(TrafficViewModel model) {
        var name = new Label("Speed");
        var value = new Label();
        value.setId("traffic-speed");
        value.getStyleClass().add("value");
        var slider = new Slider(0, TrafficViewModel.SPEEDS.last(), 0);
        slider.setId("traffic-speed-slider");
        slider.setBlockIncrement(1);
        slider.setAccessibleText("Traffic speed");
        slider.valueProperty()
                .subscribe(position ->
                        value.setText(
                                TrafficViewModel.words(
                                        TrafficViewModel.SPEEDS.valueNear(
                                                position.doubleValue()))));
        var settling =
                new Settling(
                        slider,
                        position -> model.changeSpeed(TrafficViewModel.SPEEDS.valueNear(position)));
        model.speedProperty()
                .subscribe(speed -> {
                    settling.show(TrafficViewModel.SPEEDS.positionOf(speed.doubleValue()));
                    value.setText(TrafficViewModel.words(speed.doubleValue()));
                });
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var row = new HBox(name, spacer, value);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        var closable = new VBox(row, slider);
        closable.disableProperty().bind(model.closedProperty().isNotEmpty());
        var dial = new VBox(closable);
        dial.getStyleClass().add("dial");
        var hint =
                new Hint(
                        dial,
                        "How fast the recorded requests are let in; how fast the screen walks through them is set below.");
        model.closedProperty().subscribe(hint::closedBecause);
        return dial;
    }

    private static Region buttons(TrafficViewModel model) {
        var icon = new FontIcon(Feather.PAUSE_CIRCLE);
        var hold = new ToggleButton("Hold traffic", icon);
        hold.setId("hold");
        hold.setMaxWidth(Double.MAX_VALUE);
        hold.disableProperty().bind(model.closedProperty().isNotEmpty());
        var around = new StackPane(hold);
        HBox.setHgrow(around, Priority.ALWAYS);
        hold.setOnAction(_ -> {
            model.toggleHold();
            hold.setSelected(model.heldProperty().get());
        });
        model.heldProperty()
                .subscribe(held -> {
                    hold.setSelected(held);
                    hold.setText(held ? "Let it go on" : "Hold traffic");
                    icon.setIconCode(held ? Feather.PLAY_CIRCLE : Feather.PAUSE_CIRCLE);
                });
        var key = KeyCommand.HOLD_TRAFFIC;
        var hint =
                new Hint(
                        around,
                        "Lets no further request in until it is released; those in flight go on ("
                                + key.keys()
                                + ")");
        model.closedProperty().subscribe(hint::closedBecause);
        var restart = new Button("Restart", new FontIcon(Feather.ROTATE_CCW));
        restart.setId("restart");
        restart.setMinWidth(Region.USE_PREF_SIZE);
        restart.setTooltip(
                new Tooltip(
                        "Runs the traffic again from its start, with empty stores and the strategy above"));
        restart.setOnAction(_ -> model.restart());
        return new HBox(8, around, restart);
    }
}
