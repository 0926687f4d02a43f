package cachescope.app.tape;

import cachescope.app.frame.Playhead;
import cachescope.app.keys.KeyCommand;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * The row above the tape: where the playhead goes, where it stands, how fast it walks, and what the
 * colours mean.
 */
final class TransportView extends HBox {
    private static final PseudoClass FOLLOWING = PseudoClass.getPseudoClass("following");

    /** Below this width buttons go without words where they have a sign. */
    private static final double WIDTH_AT_EASE = 1150;

    TransportView(TapeViewModel model, BranchesViewModel branches) {
        getStyleClass().add("transport");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var playhead = model.playhead();
        getChildren()
                .addAll(
                        buttons(playhead),
                        liveEdge(playhead),
                        fork(branches),
                        time(model),
                        rate(playhead),
                        spacer,
                        legend());
    }

    private static Node buttons(Playhead playhead) {
        var play =
                button(TransportIcon.PLAY, "play", KeyCommand.PLAY_OR_PAUSE, playhead::togglePlay);
        var sign = TransportIcon.PLAY.shape();
        play.setGraphic(sign);
        playhead.playingProperty()
                .subscribe(playing -> {
                    (playing ? TransportIcon.PAUSE : TransportIcon.PLAY).show(sign);
                    play.setAccessibleText(playing ? "Pause" : "Play");
                });
        var buttons =
                new HBox(
                        button(
                                TransportIcon.TO_START,
                                "to-start",
                                KeyCommand.TO_START,
                                playhead::toStart),
                        button(
                                TransportIcon.STEP_BACK,
                                "step-back",
                                KeyCommand.STEP_BACK,
                                () -> playhead.step(-1)),
                        play,
                        button(
                                TransportIcon.STEP_FORWARD,
                                "step",
                                KeyCommand.STEP_FORWARD,
                                () -> playhead.step(1)),
                        button(TransportIcon.TO_END, "to-end", KeyCommand.TO_END, playhead::toEnd),
                        skipIdle(playhead));
        buttons.getStyleClass().add("transport-buttons");
        return buttons;
    }

    private static Button button(
            TransportIcon icon, String id, KeyCommand command, Runnable action) {
        var button = new Button(null, icon.shape());
        button.setId(id);
        button.getStyleClass().addAll("flat", "transport-button");
        button.setTooltip(new Tooltip(command.tooltip()));
        button.setAccessibleText(command.meaning());
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Node liveEdge(Playhead playhead) {
        var dot = new Region();
        dot.getStyleClass().add("live-edge-dot");
        var live = new Button("Live", dot);
        live.setId("live-edge");
        live.getStyleClass().add("live-edge");
        live.setMinWidth(Region.USE_PREF_SIZE);
        live.setTooltip(new Tooltip(KeyCommand.LIVE_EDGE.tooltip()));
        live.setOnAction(_ -> playhead.toLiveEdge());
        playhead.followingProperty()
                .subscribe(following -> live.pseudoClassStateChanged(FOLLOWING, following));
        return live;
    }

    private Node fork(BranchesViewModel branches) {
        var fork = new Button(null, TransportIcon.FORK.shape());
        fork.textProperty()
                .bind(
                        Bindings.when(widthProperty().greaterThan(WIDTH_AT_EASE))
                                .then("Fork here")
                                .otherwise(""));
        fork.setAccessibleText(KeyCommand.FORK.meaning());
        fork.setId("fork");
        fork.getStyleClass().add("fork-here");
        fork.setMinWidth(Region.USE_PREF_SIZE);
        fork.setOnAction(_ -> branches.fork());
        fork.disableProperty().bind(branches.whyNoForkProperty().isNotEmpty());
        var around = new HBox(fork);
        around.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(around, new Insets(0, -4, 0, -12));
        around.visibleProperty().bind(branches.forkOfferedProperty());
        around.managedProperty().bind(around.visibleProperty());
        var tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(320);
        tooltip.textProperty()
                .bind(
                        branches.whyNoForkProperty()
                                .map(reason ->
                                        reason.isEmpty() ? KeyCommand.FORK.tooltip() : reason));
        Tooltip.install(around, tooltip);
        return around;
    }

    private static Node time(TapeViewModel model) {
        var time = new Label();
        time.setId("time");
        time.getStyleClass().addAll("mono", "bright");
        time.textProperty().bind(model.timeProperty());
        var length = new Label();
        length.getStyleClass().addAll("mono", "dim");
        length.textProperty().bind(model.lengthProperty());
        for (var label : List.of(time, length)) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        var both = new HBox(8, time, length);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static Node rate(Playhead playhead) {
        var slider =
                new Slider(
                        0,
                        TapeViewModel.RATES.last(),
                        TapeViewModel.RATES.positionOf(playhead.rate()));
        slider.setId("rate-slider");
        slider.getStyleClass().add("rate-slider");
        slider.setBlockIncrement(1);
        slider.setAccessibleText("Playhead rate");
        var value = new Label();
        value.setId("rate");
        value.getStyleClass().addAll("mono", "bright", "rate-value");
        var meaning = new Label();
        meaning.getStyleClass().addAll("dim", "rate-meaning");
        meaning.setMinWidth(Region.USE_PREF_SIZE);
        var tooltip =
                new Tooltip(
                        "How fast the screen walks through what happened: at most 1 × at the live edge. The traffic has a speed of its own");
        slider.setTooltip(tooltip);
        value.setTooltip(tooltip);
        slider.valueProperty()
                .addListener((_, _, position) -> {
                    if (position.doubleValue() != TapeViewModel.RATES.positionOf(playhead.rate())) {
                        playhead.rateProperty()
                                .set(TapeViewModel.RATES.valueNear(position.doubleValue()));
                    }
                });
        playhead.rateProperty()
                .subscribe(rate -> {
                    value.setText(TapeViewModel.rateWords(rate.doubleValue()));
                    meaning.setText(TapeViewModel.rateMeaning(rate.doubleValue()));
                    if (!slider.isValueChanging()) {
                        slider.setValue(TapeViewModel.RATES.positionOf(rate.doubleValue()));
                    }
                });
        var told = skipped(playhead);
        meaning.visibleProperty().bind(told.visibleProperty().not());
        var words = new StackPane(meaning, told);
        words.getStyleClass().add("rate-words");
        var row = new HBox(slider, value, words);
        row.getStyleClass().add("rate");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node skipIdle(Playhead playhead) {
        var skip = new ToggleButton(null, TransportIcon.SKIP_IDLE.shape());
        skip.setId("skip-idle");
        skip.getStyleClass().addAll("flat", "transport-button");
        skip.setAccessibleText(KeyCommand.SKIP_IDLE.meaning());
        skip.setTooltip(
                new Tooltip(
                        "While playing, pass over time in which nothing happens for more than a second of the screen ("
                                + KeyCommand.SKIP_IDLE.keys()
                                + ")"));
        skip.selectedProperty().bindBidirectional(playhead.skippingIdleProperty());
        return skip;
    }

    /** That time was passed over, in the place of what the rate means. */
    private static Label skipped(Playhead playhead) {
        var told = new Label();
        told.setId("skipped");
        told.getStyleClass().addAll("bright", "rate-meaning");
        told.setMinWidth(Region.USE_PREF_SIZE);
        told.textProperty().bind(playhead.skippedProperty().map(TapeViewModel::skipWords));
        told.visibleProperty().bind(told.textProperty().isNotEmpty());
        return told;
    }

    private static Node legend() {
        var legend =
                new HBox(
                        sign("hits", "legend-hit"),
                        sign("misses", "legend-miss"),
                        sign("database", "legend-database"),
                        sign("stale", "legend-stale"),
                        sign("✕", "failed", "legend-failed"));
        legend.getStyleClass().add("legend");
        legend.setAlignment(Pos.CENTER_RIGHT);
        legend.setMinWidth(Region.USE_PREF_SIZE);
        return legend;
    }

    private static Label sign(String words, String style) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("swatch", style);
        var label = new Label(words, swatch);
        label.getStyleClass().addAll("dim", "small");
        return label;
    }

    private static Label sign(String glyph, String words, String style) {
        var swatch = new Label(glyph);
        swatch.getStyleClass().add(style);
        var label = new Label(words, swatch);
        label.getStyleClass().addAll("dim", "small");
        return label;
    }
}
