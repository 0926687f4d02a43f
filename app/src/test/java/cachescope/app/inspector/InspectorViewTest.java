package cachescope.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticLog;
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
        var scene = new Scene(new StackPane(palette, view), 312, 600);
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
    void itAsksForAllTheRoomThatAStoryNeeds(FxRobot robot) {
        choose(robot, new Selection.OfRequest(703));
        robot.interact(
                () -> {
                    var story = (Region) view.getContent();
                    assertThat(view.prefHeight(-1)).isGreaterThanOrEqualTo(story.getHeight());
                });
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
