package cachescope.app.lru;

import cachescope.app.theme.Palette;
import cachescope.engine.projection.order.CachePlace;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** The list of a cache under traffic: which cache and key above, the list below. */
final class TrafficListView extends StackPane {
    private final LruViewModel model;
    private final ListField list;

    TrafficListView(LruViewModel model, Palette palette, Runnable giveNearCache) {
        this.model = model;
        this.list = new ListField("lru", palette, model::step);
        setMinSize(0, 0);
        list.onSelect(model::select);
        list.canvas().accessibleTextProperty().bind(model.aloudProperty());
        list.visibleProperty().bind(model.whyEmptyProperty().isEmpty());
        getChildren().addAll(list, empty(giveNearCache));
        model.pictureProperty()
                .subscribe(picture -> list.show(picture, model.operationProperty().get()));
    }

    /** What is chosen and counted, for the line above. */
    HBox head() {
        var counts = new Label();
        counts.setId("lru-counts");
        counts.getStyleClass().add("counts");
        counts.setMinWidth(USE_PREF_SIZE);
        var meaning = new Tooltip();
        meaning.textProperty().bind(model.meaningProperty());
        counts.setTooltip(meaning);
        counts.visibleProperty().bind(list.visibleProperty());
        counts.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        model.titleProperty().get()
                                                + " · "
                                                + model.countsProperty().get()
                                                + " · "
                                                + list.shownProperty().get()
                                                + " shown",
                                model.titleProperty(),
                                model.countsProperty(),
                                list.shownProperty()));
        var note = new Label();
        note.setId("lru-note");
        note.getStyleClass().addAll("dim", "small");
        note.setMinWidth(USE_PREF_SIZE);
        note.textProperty().bind(model.noteProperty());
        var head = new HBox(places(), key(), counts, note);
        head.getStyleClass().add("head-row");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private ComboBox<CachePlace> places() {
        var box = new ComboBox<CachePlace>();
        box.setId("lru-place");
        box.setAccessibleText("Cache whose list is shown");
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(CachePlace place) {
                        return place == null ? "" : LruWords.place(place);
                    }

                    @Override
                    public CachePlace fromString(String text) {
                        return box.getValue();
                    }
                });
        model.placesProperty()
                .subscribe(places -> {
                    box.getItems().setAll(places);
                    box.setValue(model.placeProperty().get());
                });
        model.placeProperty().subscribe(box::setValue);
        box.setOnAction(_ -> {
            if (box.getValue() != null && !box.getValue().equals(model.placeProperty().get())) {
                model.choose(box.getValue());
            }
        });
        return box;
    }

    private TextField key() {
        var key = new TextField();
        key.setId("lru-key");
        key.getStyleClass().add("key");
        key.setPromptText("a key");
        key.setTooltip(
                new Tooltip(
                        "A key that is marked in list, map and ribbon.\nA click on a node marks its key."));
        key.setAccessibleText("Key that is marked in the list; empty for none");
        key.setOnAction(_ -> {
            model.select(key.getText());
            list.canvas().requestFocus();
        });
        model.selectedProperty().addListener((_, _, selected) -> key.setText(selected));
        return key;
    }

    private VBox empty(Runnable giveNearCache) {
        var words = new Label();
        words.setId("lru-empty");
        words.getStyleClass().add("dim");
        words.setWrapText(true);
        words.textProperty().bind(model.whyEmptyProperty());
        var give = new Button("Give every node a near cache of 32 entries");
        give.setId("lru-give");
        give.setOnAction(_ -> giveNearCache.run());
        give.visibleProperty().bind(model.offersNearCacheProperty());
        give.managedProperty().bind(give.visibleProperty());
        var empty = new VBox(words, give);
        empty.getStyleClass().add("empty");
        empty.setAlignment(Pos.CENTER);
        empty.setMaxSize(460, USE_PREF_SIZE);
        empty.visibleProperty().bind(model.whyEmptyProperty().isNotEmpty());
        return empty;
    }
}
