package cachescope.app.theme;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Says over a view that has nothing to show why that is so; not there where there is no reason. */
public final class WhyEmpty extends Label {

    public WhyEmpty(String id, ObservableValue<String> reason) {
        setId(id);
        getStyleClass().addAll("dim", "empty");
        setWrapText(true);
        setMouseTransparent(true);
        textProperty().bind(reason);
        visibleProperty().bind(reason.map(words -> !words.isEmpty()));
    }
}
