package cachescope.app.header;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** How far reading has come, and a way to end it. */
final class ProgressView extends HBox {

    ProgressView(ObservableValue<Optional<Progress>> progress, Runnable cancel) {
        var what = new Label();
        what.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        what.setMaxWidth(200);
        what.textProperty().bind(progress.map(made -> made.map(Progress::what).orElse("")));
        var bar = new ProgressBar();
        bar.setPrefWidth(128);
        bar.progressProperty().bind(progress.map(made -> made.map(Progress::share).orElse(0.0)));
        var amount = new Label();
        amount.getStyleClass().addAll("mono", "dim");
        amount.setMinWidth(136);
        amount.textProperty().bind(progress.map(made -> made.map(Progress::amount).orElse("")));
        var button = new Button("Cancel");
        button.setId("cancel");
        button.getStyleClass().add("chip");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> cancel.run());
        getChildren().addAll(what, bar, amount, button);
    }
}
