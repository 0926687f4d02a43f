package cachescope.app.header;

import cachescope.app.files.FileKind;
import cachescope.app.files.FilePicker;
import cachescope.app.keys.KeyCommand;
import cachescope.app.theme.Sheets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The bar at the top of the window. */
public final class HeaderView extends HBox {
    /** Below this width the versions of real stores are told by the world's tooltip alone. */
    private static final double WIDTH_AT_EASE = 1150;

    private final HeaderViewModel model;
    private final HeaderActions actions;
    private final FilePicker files;
    private final MenuButton traffic = new MenuButton();
    private final Menu scenarios = new Menu(null, new Label("Scenarios"));

    public HeaderView(HeaderViewModel model, HeaderActions actions, FilePicker files) {
        this.model = model;
        this.actions = actions;
        this.files = files;
        getStyleClass().add("header");
        getStylesheets().add(Sheets.of(HeaderView.class));
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        getChildren()
                .addAll(
                        logo(),
                        middle(),
                        spacer,
                        origin(),
                        new WorldView(model, actions),
                        versions(),
                        icons());
        model.recent().addListener((ListChangeListener<Path>) _ -> fillMenu());
        fillMenu();
    }

    /** Asks for a file and opens it. */
    public void askForFile() {
        files.open("Open recorded traffic or a saved log", List.of(FileKind.TRAFFIC, FileKind.ANY))
                .ifPresent(actions::open);
    }

    private static Node logo() {
        var mark = new SVGPath();
        mark.setContent(
                "M8 0 L16 8 L8 16 L0 8 Z M8 2.4 L2.4 8 L8 13.6 L13.6 8 Z M8 4.8 L11.2 8 L8 11.2 L4.8 8 Z");
        mark.setFillRule(FillRule.EVEN_ODD);
        mark.getStyleClass().add("logo-mark");
        var logo = new Label("Cachescope", mark);
        logo.getStyleClass().add("logo");
        logo.setMinWidth(Region.USE_PREF_SIZE);
        return logo;
    }

    private Node middle() {
        var open = new Button("Open…");
        open.setId("open");
        open.getStyleClass().add("chip");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setTooltip(
                new Tooltip(KeyCommand.OPEN_FILE.tooltip() + "; or drop a file on the window"));
        open.setOnAction(_ -> askForFile());
        var chosen = new HBox(traffic(), open);
        var reading = new ProgressView(model.progressProperty(), actions::cancel);
        for (var part : List.of(chosen, reading)) {
            part.getStyleClass().add("header-middle");
            part.setAlignment(Pos.CENTER_LEFT);
        }
        reading.visibleProperty().bind(model.progressProperty().map(Optional::isPresent));
        chosen.visibleProperty().bind(reading.visibleProperty().not());
        var middle = new StackPane(chosen, reading);
        middle.setMinWidth(0);
        return middle;
    }

    private Node traffic() {
        var name = new Label();
        name.getStyleClass().add("traffic-name");
        name.textProperty().bind(model.nameProperty());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(320);
        var note = new Label();
        note.getStyleClass().add("dim");
        note.textProperty()
                .bind(model.noteProperty().map(words -> words.isEmpty() ? "" : "· " + words));
        note.setMinWidth(Region.USE_PREF_SIZE);
        var words = new HBox(6, name, note);
        words.setAlignment(Pos.CENTER_LEFT);
        traffic.setGraphic(words);
        traffic.setId("traffic");
        traffic.getStyleClass().addAll("chip", "traffic-chip");
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(model.nameProperty().map(text -> "Traffic: " + text));
        traffic.setTooltip(tooltip);
        traffic.setOnShowing(_ -> fillScenarios());
        return traffic;
    }

    private void fillMenu() {
        var items = new ArrayList<MenuItem>();
        for (var choice : model.bundled()) {
            items.add(item(choice));
        }
        items.add(new SeparatorMenuItem());
        items.add(scenarios);
        if (!model.recent().isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (var file : model.recent()) {
            var folder = file.getParent() == null ? "" : file.getParent().toString();
            items.add(item(new TrafficChoice(file.getFileName().toString(), folder, file)));
        }
        items.add(new SeparatorMenuItem());
        var other = new MenuItem(null, new Label("Another file…"));
        other.setOnAction(_ -> askForFile());
        items.add(other);
        traffic.getItems().setAll(items);
    }

    /** The list of scenarios, which is made when the menu is opened for the first time. */
    private void fillScenarios() {
        if (scenarios.getItems().isEmpty()) {
            scenarios.getItems().setAll(model.scenarios().stream().map(this::item).toList());
            scenarios.setDisable(scenarios.getItems().isEmpty());
        }
    }

    private MenuItem item(TrafficChoice choice) {
        var note = new Label(choice.note());
        note.getStyleClass().add("dim");
        note.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        note.setMaxWidth(360);
        var name = new Label(choice.name());
        name.setMinWidth(176);
        var item = new MenuItem(null, new HBox(16, name, note));
        item.setOnAction(_ -> actions.open(choice.file()));
        return item;
    }

    private Node origin() {
        var origin = new Label();
        origin.setId("origin");
        origin.textProperty().bind(model.originProperty());
        origin.visibleProperty().bind(model.originProperty().isNotEmpty());
        origin.managedProperty().bind(origin.visibleProperty());
        origin.getStyleClass().add("dim");
        origin.setMinWidth(Region.USE_PREF_SIZE);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(model.originInFullProperty());
        origin.setTooltip(tooltip);
        return origin;
    }

    private Node versions() {
        var versions = new Label();
        versions.getStyleClass().addAll("chip", "mono", "versions");
        versions.textProperty().bind(model.versionsProperty());
        versions.visibleProperty()
                .bind(
                        model.versionsProperty()
                                .isNotEmpty()
                                .and(
                                        widthProperty()
                                                .greaterThan(WIDTH_AT_EASE)
                                                .or(model.simulatedProperty())));
        versions.managedProperty().bind(versions.visibleProperty());
        versions.setMinWidth(Region.USE_PREF_SIZE);
        versions.setTooltip(new Tooltip("The versions of the stores that this run uses"));
        return versions;
    }

    private Node icons() {
        var icons = new HBox(export(), keys(), theme());
        icons.getStyleClass().add("header-icons");
        icons.setAlignment(Pos.CENTER_LEFT);
        icons.setMinWidth(Region.USE_PREF_SIZE);
        return icons;
    }

    private Node export() {
        return icon(Feather.DOWNLOAD, "export", KeyCommand.EXPORT, actions::export);
    }

    private Node keys() {
        return icon(Feather.HELP_CIRCLE, "keys", KeyCommand.LIST_KEYS, actions::listKeys);
    }

    private Node theme() {
        return icon(Feather.MOON, "theme", KeyCommand.THEME, actions::toggleTheme);
    }

    private static Button icon(Feather icon, String id, KeyCommand command, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("chip", "icon-chip");
        button.setTooltip(new Tooltip(command.tooltip()));
        button.setAccessibleText(command.meaning());
        button.setOnAction(_ -> action.run());
        return button;
    }
}
