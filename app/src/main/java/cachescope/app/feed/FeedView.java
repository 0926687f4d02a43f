package cachescope.app.feed;

import cachescope.app.theme.Sheets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The feed as a list. It is held while the mouse is over it or it is scrolled down. */
public final class FeedView extends VBox {
    private final FeedViewModel model;
    private final ListView<FeedLine> list;

    public FeedView(FeedViewModel model) {
        this.model = model;
        this.list = new ListView<>(model.lines());
        getStyleClass().add("feed");
        getStylesheets().add(Sheets.of(FeedView.class));
        setMinHeight(0);
        list.setId("feed");
        list.setCellFactory(_ -> new FeedCell(list, this::choose));
        var empty =
                new Label(
                        "Nothing notable lately: stale reads, failures, refreshes and changes are told here.");
        empty.setWrapText(true);
        empty.getStyleClass().add("dim");
        empty.setMaxWidth(240);
        list.setPlaceholder(empty);
        list.hoverProperty().addListener((_, _, _) -> hold());
        list.setOnScroll(_ -> hold());
        list.setOnKeyPressed(event -> {
            var line = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && line != null) {
                choose(line);
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head(), list);
    }

    private HBox head() {
        var title = new Label("FEED");
        title.getStyleClass().add("section-title");
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        var newer = new Button();
        newer.setId("newer");
        newer.getStyleClass().add("newer");
        newer.textProperty()
                .bind(model.newerProperty().map(count -> count.intValue() + " newer ↑"));
        newer.visibleProperty().bind(model.newerProperty().greaterThan(0));
        newer.setOnAction(_ -> {
            list.scrollTo(0);
            model.hold(false);
        });
        var head = new HBox(title, spacer, newer);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("feed-head");
        return head;
    }

    private void choose(FeedLine line) {
        model.choose(line);
    }

    private void hold() {
        boolean scrolled =
                list.lookup(".scroll-bar:vertical") instanceof ScrollBar bar
                        && bar.isVisible()
                        && bar.getValue() > 0.001;
        model.hold(list.isHover() || scrolled);
    }
}
