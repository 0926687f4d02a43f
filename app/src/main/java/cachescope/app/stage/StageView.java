package cachescope.app.stage;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import cachescope.app.frame.Selection;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Sheets;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * The stage: two canvases, one for what stands and one for what moves, below a headline and a
 * banner. A click on a packet or a tier chooses it. FX thread only.
 */
public final class StageView extends StackPane implements Screen {
    private static final PseudoClass FOCUS_RING = PseudoClass.getPseudoClass("focus-ring");

    private final StageViewModel model = new StageViewModel();
    private final Canvas standing = new Canvas();
    private final Canvas moving = new Canvas();
    private final StageRenderer renderer;
    private final ObjectProperty<Selection> selection;
    private StageLayout layout = new StageLayout(800, 400, List.of("app-1"));
    private boolean standingStale = true;
    private boolean movingClear;
    private boolean renewal = true;
    private @Nullable Frame last;

    /**
     * @param palette must stand in the same scene
     */
    public StageView(Palette palette, ObjectProperty<Selection> selection) {
        this.selection = selection;
        this.renderer = new StageRenderer(palette);
        getStyleClass().add("stage");
        getStylesheets().add(Sheets.of(StageView.class));
        setMinSize(0, 0);
        standing.setManaged(false);
        moving.setManaged(false);
        moving.setMouseTransparent(true);
        standing.setId("stage");
        standing.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        standing.setFocusTraversable(true);
        standing.focusVisibleProperty()
                .subscribe(visible -> pseudoClassStateChanged(FOCUS_RING, visible));
        getChildren().addAll(standing, moving, words(), note());
        setOnMouseClicked(this::choose);
        setOnMouseMoved(this::point);
        palette.revisionProperty().addListener((_, _, _) -> requestRenewal());
        selection.addListener((_, _, _) -> redraw());
        model.tiersProperty().addListener((ListChangeListener<TierText>) _ -> tiersChanged());
    }

    /** What the stage says, for tests and for those who read it aloud. */
    StageViewModel model() {
        return model;
    }

    @Override
    public void show(Frame frame) {
        last = frame;
        model.showNodes(frame);
        if (!layout.nodes().equals(List.copyOf(model.nodesProperty()))) {
            layOut();
        }
        model.show(frame, layout);
        draw(frame);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        boolean resized = getWidth() != layout.width() || getHeight() != layout.height();
        if (resized) {
            layOut();
        }
        if (resized || renewal) {
            redraw();
        }
    }

    private void layOut() {
        layout = new StageLayout(getWidth(), getHeight(), model.nodesProperty());
        standing.setWidth(getWidth());
        standing.setHeight(getHeight());
        var field = layout.field();
        moving.relocate(field.x(), field.y());
        moving.setWidth(field.width());
        moving.setHeight(field.height());
        standingStale = true;
    }

    private void tiersChanged() {
        standingStale = true;
        standing.setAccessibleText(model.aloud());
    }

    private void requestRenewal() {
        renewal = true;
        requestLayout();
    }

    /**
     * Draws the last moment again, in other colours, at another size or with something else chosen.
     */
    private void redraw() {
        standingStale = true;
        if (last != null) {
            show(last);
        }
    }

    private double scale() {
        return Optional.ofNullable(getScene())
                .map(Scene::getWindow)
                .map(Window::getOutputScaleX)
                .orElse(1.0);
    }

    private VBox words() {
        var headline = new Label();
        headline.setId("headline");
        headline.getStyleClass().add("headline");
        headline.textProperty().bind(model.headlineProperty());
        headline.setWrapText(true);
        var box = new VBox(headline, new BannerView(model.bannerProperty()));
        box.getStyleClass().add("stage-words");
        box.setPickOnBounds(false);
        box.setMouseTransparent(true);
        StackPane.setAlignment(box, Pos.TOP_LEFT);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        return box;
    }

    private Label note() {
        var note = new Label();
        note.setId("note");
        note.getStyleClass().add("note");
        note.textProperty().bind(model.noteProperty());
        note.visibleProperty().bind(model.noteProperty().isNotEmpty());
        note.setMouseTransparent(true);
        StackPane.setAlignment(note, Pos.BOTTOM_RIGHT);
        return note;
    }

    private void choose(MouseEvent click) {
        standing.requestFocus();
        selection.set(chosenAt(click.getX(), click.getY()).orElseGet(Selection.Nothing::new));
    }

    private void point(MouseEvent move) {
        boolean something = chosenAt(move.getX(), move.getY()).isPresent();
        setCursor(something ? Cursor.HAND : Cursor.DEFAULT);
    }

    private Optional<Selection> chosenAt(double x, double y) {
        return model.packetsProperty()
                .get()
                .nearest(x, y)
                .map(Packet::selection)
                .or(() -> layout.placeAt(x, y).map(StageRenderer::selectionOf));
    }

    private void draw(Frame frame) {
        if (renewal) {
            renderer.renew(scale());
            renewal = false;
        }
        if (standingStale) {
            renderer.drawStanding(
                    standing.getGraphicsContext2D(),
                    layout,
                    model.tiersProperty(),
                    selection.get());
            standingStale = false;
        }
        var graphics = moving.getGraphicsContext2D();
        var field = model.packetsProperty().get();
        if (field.dense()) {
            renderer.drawDense(
                    graphics,
                    layout,
                    Flows.at(frame, layout.nodes()),
                    frame.time() / frame.rate() / 1e9);
        } else if (!field.packets().isEmpty() || !movingClear) {
            renderer.drawMoving(graphics, layout, field, selection.get());
        }
        movingClear = !field.dense() && field.packets().isEmpty();
    }
}
