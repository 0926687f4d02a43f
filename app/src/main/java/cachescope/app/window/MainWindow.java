package cachescope.app.window;

import cachescope.app.theme.Sheets;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The window's content: header, strategy, stage with the lower views below it, inspector, tape.
 * Where the window is narrow the inspector becomes a drawer that slides over the stage's right, and
 * the lower views become tabs.
 */
public final class MainWindow {
    /** The least size at which nothing is cut off. */
    public static final double WIDTH_MIN = 1000;

    public static final double HEIGHT_MIN = 700;

    /** Below this width the window is narrow. */
    public static final double WIDTH_AT_EASE = 1280;

    private static final PseudoClass DRAWER = PseudoClass.getPseudoClass("drawer");
    private static final double HEADER_HEIGHT = 48;
    private static final double STRATEGY_WIDTH = 256;
    private static final double INSPECTOR_WIDTH = 312;
    private static final double TAPE_HEIGHT_MIN = 152;

    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame);
    private final StackPane middle = new StackPane();
    private final Region inspector;
    private final LowerViews lower;
    private final BooleanProperty inspectorOpen =
            new SimpleBooleanProperty(this, "inspectorOpen", true);
    private final ReadOnlyBooleanWrapper narrow = new ReadOnlyBooleanWrapper(this, "narrow");
    private final Button closer = closer();

    public MainWindow(Slots slots) {
        inspector = slots.inspector();
        lower = new LowerViews(slots.lower());
        var column = new VBox(slots.stage(), lower);
        VBox.setVgrow(slots.stage(), Priority.ALWAYS);
        middle.getChildren().addAll(column, handle(), closer);
        middle.setMinWidth(0);
        frame.setTop(sized(slots.header(), -1, HEADER_HEIGHT, "header-slot"));
        frame.setLeft(sized(slots.strategy(), STRATEGY_WIDTH, -1, "strategy-slot"));
        frame.setCenter(middle);
        frame.setBottom(sized(slots.tape(), -1, -1, "tape-slot"));
        slots.tape().setMinHeight(TAPE_HEIGHT_MIN);
        slots.tape().setMaxHeight(Region.USE_PREF_SIZE);
        sized(inspector, INSPECTOR_WIDTH, -1, "inspector-slot");
        StackPane.setAlignment(inspector, Pos.TOP_RIGHT);
        root.getStyleClass().add("window");
        root.getStylesheets().add(Sheets.of(MainWindow.class));
        root.widthProperty().addListener((_, _, width) -> fold(width.doubleValue()));
        lower.narrowProperty().bind(narrow);
        narrow.addListener((_, _, now) -> inspectorOpen.set(!now));
        inspectorOpen.addListener((_, _, _) -> placeInspector());
        placeInspector();
    }

    /** The root node of the scene. */
    public Region root() {
        return root;
    }

    /**
     * Lays a node over the whole window, such as the list of keys. It stays until {@link #dismiss}.
     */
    public void overlay(Node node) {
        root.getChildren().add(node);
    }

    /** Takes an overlay away. */
    public void dismiss(Node node) {
        root.getChildren().remove(node);
    }

    /** Whether the inspector is shown: beside the stage, or as a drawer over it. */
    public BooleanProperty inspectorOpenProperty() {
        return inspectorOpen;
    }

    /** Whether there is little room. */
    public ReadOnlyBooleanProperty narrowProperty() {
        return narrow.getReadOnlyProperty();
    }

    /** Turns to a view below the stage, by the name of its tab; returns whether there is one. */
    public boolean turnTo(String view) {
        return lower.turnTo(view);
    }

    /** The names of the tabs below the stage. */
    public List<String> views() {
        return lower.names();
    }

    private Button handle() {
        var handle = new Button("Inspector");
        handle.setId("open-inspector");
        handle.getStyleClass().add("inspector-handle");
        handle.setTooltip(new Tooltip("Open the inspector and the feed (I)"));
        handle.setFocusTraversable(true);
        handle.setOnAction(_ -> inspectorOpen.set(true));
        handle.visibleProperty().bind(inspectorOpen.not());
        StackPane.setAlignment(handle, Pos.TOP_RIGHT);
        StackPane.setMargin(handle, new Insets(8, 16, 0, 0));
        return handle;
    }

    /** Closes the drawer; beside the stage the inspector needs no closing. */
    private Button closer() {
        var closing = new Button(null, new FontIcon(Feather.X));
        closing.setId("close-inspector");
        closing.getStyleClass().addAll("flat", "icon");
        closing.setTooltip(new Tooltip("Close the inspector and the feed (I)"));
        closing.setAccessibleText("Close the inspector and the feed");
        closing.setOnAction(_ -> inspectorOpen.set(false));
        closing.visibleProperty().bind(inspectorOpen.and(narrow));
        closing.managedProperty().bind(closing.visibleProperty());
        StackPane.setAlignment(closing, Pos.TOP_RIGHT);
        StackPane.setMargin(closing, new Insets(6, 8, 0, 0));
        return closing;
    }

    private void fold(double width) {
        narrow.set(width > 0 && width < WIDTH_AT_EASE);
        placeInspector();
    }

    private void placeInspector() {
        boolean drawer = inspectorOpen.get() && narrow.get();
        boolean beside = inspectorOpen.get() && !narrow.get();
        if (drawer != middle.getChildren().contains(inspector)) {
            if (drawer) {
                frame.setRight(null);
                middle.getChildren().add(inspector);
                closer.toFront();
            } else {
                middle.getChildren().remove(inspector);
            }
        }
        if (!drawer) {
            frame.setRight(beside ? inspector : null);
        }
        inspector.pseudoClassStateChanged(DRAWER, drawer);
    }

    private static Region sized(Region region, double width, double height, String styleClass) {
        if (width > 0) {
            region.setMinWidth(width);
            region.setPrefWidth(width);
            region.setMaxWidth(width);
        }
        if (height > 0) {
            region.setMinHeight(height);
            region.setPrefHeight(height);
            region.setMaxHeight(height);
        } else {
            region.setMinHeight(0);
        }
        region.getStyleClass().add(styleClass);
        return region;
    }
}
