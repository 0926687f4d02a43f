package cachescope.app.sizing;

import cachescope.app.theme.FactRow;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Sheets;
import cachescope.app.theme.WhyEmpty;
import cachescope.engine.sizing.By;
import cachescope.engine.strategy.EvictionName;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The size of the cache: what is asked above, the curves in the midst, the answers below. */
public final class SizingView extends StackPane {
    private static final double LEAST_KEPT = 50;

    private final SizingViewModel model;
    private final SizingRenderer renderer;
    private final Canvas canvas = new Canvas();

    /**
     * @param palette must stand in the same scene
     */
    public SizingView(SizingViewModel model, Palette palette) {
        this.model = model;
        this.renderer = new SizingRenderer(palette);
        getStyleClass().add("sizing");
        getStylesheets().add(Sheets.of(SizingView.class));
        setMinSize(0, 0);
        var content = new VBox(head(), field(), facts());
        content.getStyleClass().add("content");
        content.setMinSize(0, 0);
        getChildren().addAll(content, new WhyEmpty("sizing-empty", model.whyEmptyProperty()));
        model.shownProperty().subscribe(_ -> paint());
        palette.revisionProperty().addListener((_, _, _) -> paint());
    }

    private FlowPane head() {
        var head = new FlowPane(counted(), policies(), kept(), work());
        head.getStyleClass().add("head");
        head.setRowValignment(VPos.CENTER);
        return head;
    }

    private HBox counted() {
        var objects =
                counted(
                        By.OBJECTS,
                        "Objects",
                        "Capacities in entries, each of which counts the same");
        var bytes =
                counted(
                        By.BYTES,
                        "Bytes",
                        "Capacities in bytes of values; the recording must tell their sizes");
        objects.getStyleClass().add("left-segment");
        bytes.getStyleClass().add("right-segment");
        var both = new HBox(objects, bytes);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private ToggleButton counted(By by, String words, String sentence) {
        var button = new ToggleButton(words);
        button.setId("sizing-" + words.toLowerCase(Locale.ROOT));
        button.getStyleClass().add("segment");
        button.setMinWidth(USE_PREF_SIZE);
        button.setTooltip(new Tooltip(sentence));
        model.byProperty().subscribe(shown -> button.setSelected(shown == by));
        button.setOnAction(_ -> {
            model.count(by);
            button.setSelected(true);
        });
        return button;
    }

    private MenuButton policies() {
        var menu = new MenuButton(model.chosenWords());
        menu.setId("sizing-policies");
        menu.getStyleClass().add("policies");
        menu.setTooltip(
                new Tooltip("The policies whose curves are shown; the first one is marked"));
        for (var policy : EvictionName.values()) {
            var box = new CheckBox(policy.label());
            box.setId("sizing-" + policy.label());
            box.setSelected(model.isChosen(policy));
            box.setOnAction(_ -> {
                model.choose(policy, box.isSelected());
                menu.setText(model.chosenWords());
            });
            menu.getItems().add(new CustomMenuItem(box, false));
        }
        return menu;
    }

    private HBox kept() {
        var slider = new Slider(LEAST_KEPT, 100, model.keepProperty().get());
        slider.setId("sizing-keep");
        slider.setBlockIncrement(1);
        slider.setAccessibleText("Percent of the best hit ratio that is to be kept");
        slider.valueProperty()
                .subscribe(value -> model.keepProperty().set(Math.rint(value.doubleValue())));
        var words = new Label();
        words.getStyleClass().add("small");
        words.setMinWidth(USE_PREF_SIZE);
        words.textProperty()
                .bind(
                        model.keepProperty()
                                .map(percent ->
                                        String.format(
                                                Locale.ROOT,
                                                "keep %.0f %%",
                                                percent.doubleValue())));
        var kept = new HBox(words, slider);
        kept.getStyleClass().add("kept");
        kept.setAlignment(Pos.CENTER_LEFT);
        return kept;
    }

    private HBox work() {
        var measure = new Button("Work out");
        measure.setId("sizing-measure");
        measure.setMinWidth(USE_PREF_SIZE);
        measure.setTooltip(
                new Tooltip("Reads the whole recording for the curves of the chosen policies"));
        measure.disableProperty().bind(model.readyProperty().not());
        measure.setOnAction(_ -> model.measure());
        var cancel = new Button("Cancel");
        cancel.setId("sizing-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.cancel());
        var bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setPrefWidth(90);
        for (var node : List.of(cancel, bar)) {
            node.visibleProperty().bind(model.busyProperty());
            node.managedProperty().bind(model.busyProperty());
        }
        measure.visibleProperty().bind(model.busyProperty().not());
        measure.managedProperty().bind(model.busyProperty().not());
        var work = new HBox(measure, cancel, bar);
        work.getStyleClass().add("work");
        work.setAlignment(Pos.CENTER_LEFT);
        return work;
    }

    private Pane field() {
        var field = new Pane(canvas);
        field.setMinSize(0, 0);
        field.setPrefSize(0, 0);
        VBox.setVgrow(field, Priority.ALWAYS);
        canvas.setId("sizing-chart");
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.accessibleTextProperty()
                .bind(model.factsProperty().map(facts -> String.join("; ", facts)));
        canvas.widthProperty().bind(field.widthProperty());
        canvas.heightProperty().bind(field.heightProperty());
        canvas.widthProperty().addListener((_, _, _) -> paint());
        canvas.heightProperty().addListener((_, _, _) -> paint());
        canvas.setOnMouseMoved(event -> {
            var shown = model.shownProperty().get();
            if (!shown.curves().isEmpty()) {
                model.pointAt(SizingRenderer.capacityAt(event.getX(), canvas.getWidth(), shown));
            }
        });
        canvas.setOnMouseExited(_ -> model.pointAway());
        return field;
    }

    private FactRow facts() {
        var row = new FactRow(model.factsProperty(), "small");
        row.setId("sizing-facts");
        return row;
    }

    private void paint() {
        if (canvas.getWidth() >= 200 && canvas.getHeight() >= 40) {
            renderer.paint(
                    canvas.getGraphicsContext2D(),
                    canvas.getWidth(),
                    canvas.getHeight(),
                    model.shownProperty().get());
        }
    }
}
