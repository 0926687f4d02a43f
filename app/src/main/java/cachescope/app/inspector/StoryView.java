package cachescope.app.inspector;

import cachescope.app.theme.Palette;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A story: its title, its facts, its calls as bars, and each of its commands. */
final class StoryView extends VBox {
    private final Story story;
    private final Canvas canvas = new Canvas();
    private final WaterfallRenderer renderer;
    private long time;

    StoryView(Story story, Palette palette) {
        this.story = story;
        this.renderer = new WaterfallRenderer(palette);
        getStyleClass().add("story");
        getChildren().addAll(kicker(story.kicker()), title(story.title()), facts());
        if (!story.warning().isEmpty()) {
            var warning = new Label(story.warning());
            warning.setWrapText(true);
            warning.setMinHeight(Region.USE_PREF_SIZE);
            warning.getStyleClass().add(story.failed() ? "story-failed" : "story-stale");
            getChildren().add(warning);
        }
        if (!story.steps().isEmpty()) {
            getChildren().addAll(waterfall(), head(), steps());
        }
    }

    /** Draws the playhead anew. */
    void showTime(long now) {
        time = now;
        paint();
    }

    static Label kicker(String words) {
        var label = new Label(words);
        label.getStyleClass().add("section-title");
        return label;
    }

    static Label title(String words) {
        var title = new Label(words);
        title.setId("story-title");
        title.getStyleClass().add("story-title");
        title.setWrapText(true);
        title.setMaxHeight(60);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setTooltip(new Tooltip(words));
        return title;
    }

    private Label facts() {
        var facts = new Label(story.facts());
        facts.getStyleClass().add("dim");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        return facts;
    }

    private Region waterfall() {
        var field = new Pane(canvas);
        double height = WaterfallRenderer.height(story);
        field.setMinHeight(height);
        field.setPrefHeight(height);
        field.getStyleClass().add("waterfall");
        canvas.widthProperty().bind(field.widthProperty());
        canvas.setHeight(height);
        canvas.widthProperty().addListener((_, _, _) -> paint());
        return field;
    }

    private void paint() {
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            renderer.paint(
                    canvas.getGraphicsContext2D(),
                    canvas.getWidth(),
                    canvas.getHeight(),
                    story,
                    time);
        }
    }

    private Region head() {
        var title = kicker("WHAT IT DID, IN ms");
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var copy = new Button(null, new FontIcon(Feather.COPY));
        copy.setId("copy");
        copy.getStyleClass().addAll("flat", "icon", "copy");
        copy.setTooltip(new Tooltip("Copies all commands as they were sent"));
        copy.setAccessibleText("Copy all commands");
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(StepsText.table(story));
            Clipboard.getSystemClipboard().setContent(content);
        });
        var head = new HBox(title, spacer, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("steps-head");
        return head;
    }

    private Region steps() {
        var table = new VBox();
        table.getStyleClass().add("steps");
        for (var step : story.steps()) {
            table.getChildren().add(new StepRow(story, step));
        }
        return table;
    }
}
