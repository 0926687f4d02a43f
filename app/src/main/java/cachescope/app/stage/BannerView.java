package cachescope.app.stage;

import cachescope.app.theme.Sheets;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A strip that tells in a sentence what is lost; not there while its text is empty. */
public final class BannerView extends HBox {

    public BannerView(ObservableValue<String> sentence) {
        getStyleClass().add("banner");
        getStylesheets().add(Sheets.of(BannerView.class));
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var sign = new Label("!");
        sign.getStyleClass().add("sign");
        var words = new Label();
        words.getStyleClass().add("words");
        words.setWrapText(true);
        words.textProperty().bind(sentence);
        words.setId("banner");
        getChildren().addAll(sign, words);
        visibleProperty().bind(sentence.map(text -> !text.isEmpty()));
        managedProperty().bind(visibleProperty());
    }
}
