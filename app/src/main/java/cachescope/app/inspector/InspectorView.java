package cachescope.app.inspector;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import cachescope.app.inspector.InspectorViewModel.Content;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Sheets;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was clicked, to the command. It scrolls where there is no room. */
public final class InspectorView extends ScrollPane implements Screen {
    private static final String INVITATION =
            "Click a packet, a tier or a line of the feed to see what it did, to the command.";

    private final InspectorViewModel model;
    private final Palette palette;
    private @Nullable StoryView story;

    public InspectorView(InspectorViewModel model, Palette palette) {
        this.model = model;
        this.palette = palette;
        getStyleClass().add("inspector");
        getStylesheets().add(Sheets.of(InspectorView.class));
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
        setId("inspector");
        model.contentProperty().subscribe(content -> setContent(node(content)));
        contentProperty()
                .flatMap(Node::layoutBoundsProperty)
                .addListener((_, _, _) -> requestLayout());
        palette.revisionProperty().addListener((_, _, _) -> repaint());
    }

    @Override
    public void show(Frame frame) {
        model.show(frame);
        if (story != null) {
            story.showTime(frame.time());
        }
    }

    /** As high as what is told; css is applied first, since it may not have reached it yet. */
    @Override
    protected double computePrefHeight(double width) {
        if (getContent() instanceof Region content && getWidth() > 0) {
            content.applyCss();
            return content.prefHeight(getWidth());
        }
        return super.computePrefHeight(width);
    }

    private void repaint() {
        if (model.contentProperty().get() instanceof Content.OfStory) {
            setContent(node(model.contentProperty().get()));
        }
    }

    private Node node(Content content) {
        story = null;
        return switch (content) {
            case Content.OfRun run -> run(run);
            case Content.Gone gone -> hint("INSPECTOR", gone.words());
            case Content.OfStory(Story told) -> {
                story = new StoryView(told, palette);
                yield story;
            }
            case Content.OfTier tier -> tier(tier);
        };
    }

    private static VBox hint(String kicker, String words) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("dim");
        var box = new VBox(StoryView.kicker(kicker), label);
        box.getStyleClass().add("story");
        return box;
    }

    private static Node run(Content.OfRun run) {
        var box = hint("THE RUN SO FAR", INVITATION);
        if (!run.figures().isEmpty()) {
            box.getChildren().add(1, grid(run.figures()));
        }
        return box;
    }

    private static Node tier(Content.OfTier tier) {
        var box =
                new VBox(
                        StoryView.kicker(tier.kicker()),
                        StoryView.title(tier.title()),
                        grid(tier.figures()));
        box.getStyleClass().add("story");
        return box;
    }

    private static GridPane grid(List<Figure> figures) {
        var grid = new GridPane();
        grid.getStyleClass().add("figures");
        int row = 0;
        for (var figure : figures) {
            var name = new Label(figure.name());
            name.getStyleClass().add("dim");
            var value = new Label(figure.value());
            value.getStyleClass().add("number");
            value.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(value, Priority.ALWAYS);
            grid.addRow(row++, name, value);
        }
        return grid;
    }
}
