package cachescope.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.frame.Playhead;
import cachescope.app.frame.Selection;
import cachescope.app.theme.Theme;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class FeedViewTest {
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(new Selection.Nothing());
    private final Playhead playhead = new Playhead();
    private final FeedViewModel model = new FeedViewModel(selection, playhead);

    @Start
    void start(Stage stage) {
        var scene = new Scene(new FeedView(model), 312, 400);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void aClickOnALineChoosesItsRequestAndGoesToItsTime(FxRobot robot) {
        robot.interact(() -> model.show(lines(3)));
        robot.clickOn("line 2");
        assertThat(selection.get()).isEqualTo(new Selection.OfRequest(2));
        assertThat(playhead.time()).isEqualTo(2_000);
    }

    @Test
    void theListStaysWhileTheMouseIsOverIt(FxRobot robot) {
        robot.interact(() -> model.show(lines(3)));
        robot.moveTo("line 2");
        robot.interact(() -> model.show(lines(5)));
        assertThat(robot.lookup("#feed").queryListView().getItems()).hasSize(3);
        assertThat(model.newerProperty().get()).isEqualTo(2);
        robot.interact(() -> robot.lookup("#newer").queryButton().fire());
        assertThat(robot.lookup("#feed").queryListView().getItems()).hasSize(5);
    }

    @Test
    void onlyLinesInSightAreNodes(FxRobot robot) {
        robot.interact(() -> model.show(lines(FeedViewModel.LINES_MAX)));
        ListView<FeedLine> list = robot.lookup("#feed").queryListView();
        assertThat(list.getItems()).hasSize(FeedViewModel.LINES_MAX);
        assertThat(robot.lookup(".feed-row").queryAll()).hasSizeLessThan(40);
    }

    @Test
    void longSentencesAreWrappedAndNotCut(FxRobot robot) {
        var words = "app-1 answered product:4711 with v17, which had been overtaken 212 ms before, and this goes on for a while.";
        robot.interact(() -> model.show(List.of(new FeedLine(1, 0, Sign.STALE, words, OptionalLong.empty()))));
        Label label = robot.lookup(words).query();
        assertThat(label.getHeight()).isGreaterThanOrEqualTo(label.prefHeight(label.getWidth()));
        assertThat(label.localToScene(label.getBoundsInLocal()).getMaxX()).isLessThanOrEqualTo(312);
    }

    private static List<FeedLine> lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new FeedLine(i, i * 1_000L, Sign.RUN, "line " + i, OptionalLong.of(i)))
                .toList()
                .reversed();
    }
}
