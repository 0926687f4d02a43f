package cachescope.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.feed.FeedView;
import cachescope.app.feed.FeedViewModel;
import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.frame.Playhead;
import cachescope.app.frame.Selection;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import cachescope.engine.event.Tier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class InspectorViewTest {
    private static final long SECOND = 1_000_000_000L;
    private final ObjectProperty<Selection> selection =
            new SimpleObjectProperty<>(new Selection.Nothing());
    private InspectorView view;

    @Start
    void start(Stage stage) {
        var palette = new Palette();
        view = new InspectorView(new InspectorViewModel(selection), palette);
        var scene =
                new Scene(
                        new StackPane(
                                palette,
                                new SideView(
                                        view,
                                        new FeedView(
                                                new FeedViewModel(selection, new Playhead())))),
                        312,
                        600);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void whatToClickIsSaidAtFirst(FxRobot robot) {
        assertThat(robot.lookup(".story .dim").queryAs(Label.class).getText())
                .startsWith("Click a packet");
    }

    @Test
    void aStatementIsOpenedInFullByAClick(FxRobot robot) {
        choose(robot, new Selection.OfRequest(700));
        var line = robot.lookup(".step-line").queryAll().iterator().next();
        robot.clickOn(line);
        var full = robot.lookup(".step-full").queryAs(TextArea.class);
        assertThat(full.getText()).startsWith("GET product:");
        assertThat(full.isEditable()).isFalse();
        robot.clickOn(line);
        assertThat(robot.lookup(".step-full").tryQuery()).isEmpty();
    }

    @Test
    void allCommandsAreCopied(FxRobot robot) {
        choose(robot, new Selection.OfRequest(700));
        robot.clickOn("#copy");
        robot.interact(() ->
                assertThat(Clipboard.getSystemClipboard().getString())
                        .contains("GET product:", "redis"));
    }

    @Test
    void itHasAllTheRoomThatAStoryNeeds(FxRobot robot) {
        var log = SyntheticLog.of(1, 1_000, 500, 1);
        var frame = Frames.at(log, SECOND);
        for (long request = 700; request < 740; request++) {
            var chosen = new Selection.OfRequest(request);
            robot.interact(() -> {
                selection.set(chosen);
                view.show(frame);
                view.getParent().layout();
            });
            robot.interact(() ->
                    assertThat(view.getHeight())
                            .as(chosen.toString())
                            .isGreaterThanOrEqualTo(((Region) view.getContent()).getHeight()));
        }
    }

    @Test
    void aTierShowsItsNumbers(FxRobot robot) {
        choose(robot, new Selection.OfTier(Tier.DATABASE, ""));
        assertThat(robot.lookup("#story-title").queryAs(Label.class).getText())
                .isEqualTo("Database");
        assertThat(robot.lookup(".figures .number").queryAll()).hasSizeGreaterThan(4);
    }

    private void choose(FxRobot robot, Selection chosen) {
        robot.interact(() -> {
            selection.set(chosen);
            view.show(Frames.at(SyntheticLog.of(1, 1_000, 500, 1), SECOND));
        });
    }
}
