package cachescope.app.hierarchy;

import cachescope.app.theme.Palette;
import cachescope.app.theme.Sheets;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/** The ladder as a table, with a picture of the latencies in its midst. */
public final class HierarchyView extends VBox {
    private static final double HEAD = 20;
    private static final int PICTURE = 2;

    /** As wide as figures get, so that the picture beside them stands still while they change. */
    private static final double LATENCY_WIDTH = 42;

    private static final double CALLS_WIDTH = 54;

    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");

    private final HierarchyViewModel model;
    private final HierarchyRenderer renderer;
    private final GridPane table = new GridPane();
    private final Canvas canvas = new Canvas();

    /** A column of words: its title, what stands in a row, and at which side. */
    private record Column(
            String title,
            String sentence,
            Function<Row, String> words,
            HPos side,
            double leastWidth) {
        Column(String title, String sentence, Function<Row, String> words, HPos side) {
            this(title, sentence, words, side, USE_PREF_SIZE);
        }
    }

    private static final List<Column> BEFORE =
            List.of(
                    new Column("Level", "", row -> row.level().title(), HPos.LEFT),
                    new Column("Place", "", row -> row.level().place(), HPos.LEFT));

    private static final List<Column> BEHIND =
            List.of(
                    new Column(
                            "Typical",
                            "What textbooks say.",
                            row -> row.level().typical().words(),
                            HPos.RIGHT),
                    new Column(
                            "p50",
                            "Half of this run's calls took no longer.",
                            Row::p50,
                            HPos.RIGHT,
                            LATENCY_WIDTH),
                    new Column(
                            "p99",
                            "99 of 100 of this run's calls took no longer.",
                            Row::p99,
                            HPos.RIGHT,
                            LATENCY_WIDTH),
                    new Column(
                            "Calls",
                            "How many calls of this run went well, from its start to the playhead.",
                            Row::calls,
                            HPos.RIGHT,
                            CALLS_WIDTH),
                    new Column("Size", "", row -> row.level().size(), HPos.LEFT),
                    new Column("Use", "", row -> row.level().use(), HPos.LEFT));

    /**
     * @param palette must stand in the same scene
     */
    public HierarchyView(HierarchyViewModel model, Palette palette) {
        this.model = model;
        this.renderer = new HierarchyRenderer(palette);
        getStyleClass().add("hierarchy");
        getStylesheets().add(Sheets.of(HierarchyView.class));
        setMinSize(0, 0);
        table.getStyleClass().add("ladder");
        table.setMinSize(0, 0);
        VBox.setVgrow(table, Priority.ALWAYS);
        layOutRows();
        addColumns(BEFORE, 0);
        addPicture();
        addColumns(BEHIND, PICTURE + 1);
        getChildren().addAll(table, legend());
        model.rowsProperty().subscribe(_ -> paint());
        palette.revisionProperty().addListener((_, _, _) -> paint());
    }

    private void layOutRows() {
        var head = new RowConstraints(HEAD);
        table.getRowConstraints().add(head);
        int columns = BEFORE.size() + 1 + BEHIND.size();
        for (int i = 0; i < Level.values().length; i++) {
            var row = new RowConstraints(0, HEAD, Double.MAX_VALUE);
            row.setVgrow(Priority.ALWAYS);
            table.getRowConstraints().add(row);
            var ground = new Region();
            ground.getStyleClass().add("rung");
            table.add(ground, 0, i + 1, columns, 1);
        }
    }

    private void addColumns(List<Column> columns, int first) {
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var constraints = new ColumnConstraints();
            constraints.setHalignment(column.side());
            constraints.setMinWidth(USE_PREF_SIZE);
            table.getColumnConstraints().add(constraints);
            var title = new Label(column.title());
            title.getStyleClass().addAll("dim", "column-title");
            title.setMinWidth(column.leastWidth());
            title.setAlignment(column.side() == HPos.RIGHT ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            if (!column.sentence().isEmpty()) {
                title.setTooltip(new Tooltip(column.sentence()));
            }
            table.add(title, first + i, 0);
            for (var level : Level.values()) {
                table.add(cell(column, level), first + i, level.ordinal() + 1);
            }
        }
    }

    private Label cell(Column column, Level level) {
        var label = new Label();
        boolean isName = column.title().equals("Level");
        label.getStyleClass()
                .add(isName ? "bright" : column.side() == HPos.LEFT ? "dim" : "figure");
        label.setMinWidth(USE_PREF_SIZE);
        label.setMinHeight(0);
        var tooltip = new Tooltip(level.sentence());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        label.setTooltip(tooltip);
        label.setId("ladder-" + level.title() + "-" + column.title());
        model.rowsProperty()
                .subscribe(rows -> {
                    var row = rows.get(level.ordinal());
                    label.setText(column.words().apply(row));
                    label.pseudoClassStateChanged(ABSENT, label.getText().equals(Row.NOTHING));
                    if (isName) {
                        label.setAccessibleText(row.aloud());
                    }
                });
        return label;
    }

    private void addPicture() {
        var constraints = new ColumnConstraints(0, 0, Double.MAX_VALUE);
        constraints.setHgrow(Priority.ALWAYS);
        constraints.setFillWidth(true);
        table.getColumnConstraints().add(constraints);
        var field = new Pane(canvas);
        field.setMinSize(0, 0);
        field.setPrefSize(0, 0);
        field.setMouseTransparent(true);
        canvas.getStyleClass().add("canvas");
        canvas.widthProperty().bind(field.widthProperty());
        canvas.heightProperty().bind(field.heightProperty());
        canvas.widthProperty().addListener((_, _, _) -> paint());
        canvas.heightProperty().addListener((_, _, _) -> paint());
        table.add(field, PICTURE, 0, 1, Level.values().length + 1);
    }

    private Region legend() {
        var key =
                new Label(
                        "Bars: typical, hollow: Redis on one machine · dot: p50, whisker: p99 of this run");
        key.getStyleClass().addAll("dim", "small");
        key.setMinWidth(0);
        var remark = new Label();
        remark.setId("ladder-remark");
        remark.getStyleClass().addAll("dim", "small");
        remark.setMinWidth(USE_PREF_SIZE);
        remark.textProperty().bind(model.remarkProperty());
        var legend = new HBox(key, remark);
        legend.getStyleClass().add("legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }

    private void paint() {
        if (canvas.getWidth() > HEAD && canvas.getHeight() > HEAD) {
            renderer.paint(
                    canvas.getGraphicsContext2D(),
                    canvas.getWidth(),
                    canvas.getHeight(),
                    HEAD,
                    model.rowsProperty().get());
        }
    }
}
