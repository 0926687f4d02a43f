package cachescope.app.structure;

import cachescope.app.frame.Seen;
import cachescope.app.keyspace.KeyTable;
import cachescope.app.keyspace.KeyTable.Column;
import cachescope.app.theme.Sheets;
import java.time.Duration;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The steps of a structure, what the last one sent, and the keys as they are in Redis. */
public final class StructuresView extends HBox {
    private static final double STEPS_WIDTH = 252;
    private static final double KEYS_WIDER = 120;
    private static final double HINT_WIDTH = 320;
    private static final double LINE_HEIGHT = 19;
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final StructuresViewModel model;
    private final VBox steps = new VBox();

    public StructuresView(StructuresViewModel model) {
        this.model = model;
        getStyleClass().add("structures");
        getStylesheets().add(Sheets.of(StructuresView.class));
        setMinSize(0, 0);
        var right = new VBox(answer(), panes());
        right.getStyleClass().add("structures-right");
        right.setMinSize(0, 0);
        VBox.setVgrow(right.getChildren().getLast(), Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left(), right);
        model.kindProperty().subscribe(this::offer);
    }

    /** Goes on, once a frame; {@code now} is nanoseconds of real time. */
    public void look(long now) {
        model.look(Seen.is(this), now);
    }

    private VBox left() {
        steps.getStyleClass().add("structure-steps");
        var scroll = new ScrollPane(steps);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var left = new VBox(kinds(), scroll);
        left.getStyleClass().add("structures-left");
        left.setMinWidth(STEPS_WIDTH);
        left.setMaxWidth(STEPS_WIDTH);
        left.setMinHeight(0);
        return left;
    }

    private HBox kinds() {
        var group = new ToggleGroup();
        var kinds = new HBox();
        kinds.getStyleClass().add("structure-kinds");
        for (var kind : Kind.values()) {
            var button = new ToggleButton(kind.title());
            button.setId("kind-" + kind.title());
            button.setTooltip(hint(kind.sentence()));
            button.setToggleGroup(group);
            button.setSelected(kind == model.kindProperty().get());
            button.setMinWidth(0);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.kindProperty().set(kind);
            });
            kinds.getChildren().add(button);
        }
        return kinds;
    }

    private void offer(Kind kind) {
        steps.getChildren().clear();
        kind.steps().forEach(step -> steps.getChildren().add(button(step)));
        steps.getChildren().addAll(passing(), button(Outcome.REMOVE_ALL));
    }

    private Button button(Step step) {
        var button = new Button(step.title());
        button.setId(step.id());
        button.setTooltip(hint(step.sentence()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.take(step));
        button.disableProperty().bind(model.closedProperty().isNotEmpty());
        return button;
    }

    private HBox answer() {
        var answer = new Label();
        answer.setId("structure-answer");
        answer.getStyleClass().addAll("bright", "structure-answer");
        answer.setMinWidth(0);
        answer.textProperty().bind(model.answerProperty());
        answer.setTooltip(new Tooltip());
        answer.getTooltip().textProperty().bind(model.answerProperty());
        answer.getTooltip().setWrapText(true);
        answer.getTooltip().setMaxWidth(HINT_WIDTH);
        model.failedProperty().subscribe(failed -> answer.pseudoClassStateChanged(FAILED, failed));
        var line = new HBox(answer);
        line.getStyleClass().add("structure-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Button passing() {
        var passing = new Button("Let 1 min pass");
        passing.setId("pass-minute");
        passing.setTooltip(
                hint("Virtual time passes for the structures alone, so that they can expire."));
        passing.setMaxWidth(Double.MAX_VALUE);
        passing.setOnAction(_ -> model.pass(Duration.ofMinutes(1)));
        passing.visibleProperty().bind(model.virtualProperty());
        passing.managedProperty().bind(passing.visibleProperty());
        return passing;
    }

    private HBox panes() {
        var sent = new ListView<>(model.sent());
        sent.setId("structure-sent");
        sent.setMinSize(0, 0);
        sent.setFixedCellSize(LINE_HEIGHT);
        sent.setCellFactory(_ -> new SentCell());
        sent.setPlaceholder(placeholder());
        var keys =
                new KeyTable(
                        model.rows(),
                        List.of(Column.KEY, Column.TYPE, Column.TIME_TO_LIVE, Column.VALUE));
        keys.setId("structure-keys");
        keys.emptiness().setText("No structure is in Redis now.");
        var figures = model.figuresProperty();
        var panes =
                new HBox(
                        pane(
                                "structure-figures",
                                figures.map(words -> words.isEmpty() ? "What a step sends" : words),
                                sent,
                                0),
                        pane(
                                "structure-legend",
                                model.legendProperty()
                                        .map(words ->
                                                words.isEmpty()
                                                        ? "Keys now"
                                                        : "Keys now · " + words),
                                keys,
                                KEYS_WIDER));
        panes.getStyleClass().add("structure-panes");
        panes.setMinSize(0, 0);
        return panes;
    }

    /** A part with its title, so much wider than one that is not. */
    private static VBox pane(
            String id, ObservableValue<String> words, Control content, double wider) {
        var title = new Label();
        title.setId(id);
        title.getStyleClass().addAll("dim", "small");
        title.setMinWidth(0);
        title.textProperty().bind(words);
        content.setPrefWidth(0);
        content.setMinHeight(0);
        VBox.setVgrow(content, Priority.ALWAYS);
        var pane = new VBox(title, content);
        pane.getStyleClass().add("structure-pane");
        pane.setMinSize(0, 0);
        pane.setPrefWidth(wider);
        HBox.setHgrow(pane, Priority.ALWAYS);
        return pane;
    }

    private Label placeholder() {
        var words = new Label();
        words.setId("structure-hint");
        words.setWrapText(true);
        words.getStyleClass().add("dim");
        words.textProperty()
                .bind(
                        model.closedProperty()
                                .flatMap(why ->
                                        why.isEmpty()
                                                ? model.kindProperty().map(Kind::sentence)
                                                : model.closedProperty()));
        return words;
    }

    private static Tooltip hint(String sentence) {
        var hint = new Tooltip(sentence);
        hint.setWrapText(true);
        hint.setMaxWidth(HINT_WIDTH);
        return hint;
    }

    private static final class SentCell extends ListCell<SentLine> {
        @Override
        protected void updateItem(@Nullable SentLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("head", "mono");
            if (empty || line == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            getStyleClass().add(line.head() ? "head" : "mono");
            setText(line.text());
            setTooltip(line.head() ? null : hint(line.whole()));
        }
    }
}
