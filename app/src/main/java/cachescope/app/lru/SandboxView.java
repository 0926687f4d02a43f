package cachescope.app.lru;

import cachescope.app.theme.Palette;
import cachescope.engine.strategy.EvictionName;
import java.util.Arrays;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sandbox: the policy, a line for commands and its answer above, the list below. */
final class SandboxView extends StackPane {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final SandboxViewModel model;
    private final ListField list;

    SandboxView(SandboxViewModel model, Palette palette) {
        this.model = model;
        this.list = new ListField("lru-sandbox", palette, model::step);
        setMinSize(0, 0);
        list.onSelect(model::select);
        list.canvas().accessibleTextProperty().bind(model.answerProperty());
        getChildren().add(list);
        model.pictureProperty()
                .subscribe(picture -> list.show(picture, model.operationProperty().get()));
    }

    /** What is typed and answered, for the line above. */
    FlowPane head() {
        var play = new Button("", new FontIcon(Feather.PLAY));
        play.setId("lru-sandbox-play");
        play.getStyleClass().addAll("flat", "step");
        play.setAccessibleText("Play the last command again");
        play.setTooltip(new Tooltip("Play the last command again"));
        play.setOnAction(_ -> model.play());
        var counts = new Label();
        counts.getStyleClass().add("counts");
        counts.setMinWidth(USE_PREF_SIZE);
        counts.textProperty().bind(model.countsProperty());
        var answer = new Label();
        answer.setId("lru-answer");
        answer.getStyleClass().addAll("answer", "small");
        answer.textProperty().bind(model.answerProperty());
        answer.setWrapText(true);
        model.refusedProperty()
                .subscribe(refused -> answer.pseudoClassStateChanged(REFUSED, refused));
        var head = new FlowPane(policies(), command(), play, counts, answer);
        head.getStyleClass().add("head");
        head.setRowValignment(VPos.CENTER);
        return head;
    }

    private ComboBox<EvictionName> policies() {
        var box = new ComboBox<EvictionName>();
        box.setId("lru-policy");
        box.setAccessibleText("Policy of the sandbox");
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(EvictionName name) {
                        return name == null ? "" : LruWords.eviction(name.label());
                    }

                    @Override
                    public EvictionName fromString(String text) {
                        return box.getValue();
                    }
                });
        box.getItems()
                .setAll(
                        Arrays.stream(EvictionName.values())
                                .filter(name -> name != EvictionName.OPT)
                                .toList());
        box.setValue(model.eviction());
        box.setOnAction(_ -> model.begin(box.getValue()));
        return box;
    }

    private TextField command() {
        var command = new TextField();
        command.setId("lru-command");
        command.getStyleClass().addAll("key", "mono");
        command.setPromptText("get B");
        command.setAccessibleText("Command: " + Command.FORMS);
        command.setTooltip(
                new Tooltip(
                        Command.FORMS
                                + ".\nEnter does it; arrow up and down bring back earlier ones."));
        command.setOnAction(_ -> {
            if (model.type(command.getText())) {
                command.clear();
            }
        });
        command.addEventFilter(KeyEvent.KEY_PRESSED, event -> recall(command, event));
        return command;
    }

    private void recall(TextField command, KeyEvent event) {
        switch (event.getCode()) {
            case UP -> show(command, model.recall(-1), event);
            case DOWN -> show(command, model.recall(1), event);
            default -> {}
        }
    }

    private static void show(TextField command, String text, KeyEvent event) {
        command.setText(text);
        command.end();
        event.consume();
    }
}
