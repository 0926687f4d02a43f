package cachescope.app.header;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.files.FileKind;
import cachescope.app.files.FilePicker;
import cachescope.app.session.WorldKind;
import cachescope.app.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class HeaderViewTest {
    private final List<String> done = new ArrayList<>();
    private final HeaderViewModel model =
            new HeaderViewModel(
                    List.of(
                            new TrafficChoice(
                                    "build-file-reads", "41,208 requests", Path.of("/a"))),
                    List.of());
    private final MessagesViewModel messages = new MessagesViewModel();

    @Start
    void start(Stage stage) {
        var header = new HeaderView(model, new Actions(), new Files());
        var scene = new Scene(new VBox(header, new MessageBar(messages)), 1000, 100);
        new Theme().dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theMenuListsRecordingsAndRecentFiles(FxRobot robot) {
        robot.interact(() -> model.remember(Path.of("/home/ada/mine.csv")));
        var items = robot.lookup("#traffic").queryAs(MenuButton.class).getItems();
        robot.interact(() ->
                items.stream()
                        .filter(item -> item.getOnAction() != null)
                        .toList()
                        .forEach(MenuItem::fire));
        assertThat(done).containsExactly("open /a", "open /home/ada/mine.csv", "open /asked");
    }

    @Test
    void theMenuFollowsRecentFilesForAsLongAsTheWindowIsOpen(FxRobot robot) {
        System.gc();
        robot.interact(() -> model.remember(Path.of("/home/ada/mine.csv")));
        assertThat(robot.lookup("#traffic").queryAs(MenuButton.class).getItems()).hasSize(7);
    }

    @Test
    void theMenuOffersTheScenariosThatCameWithTheProgram(FxRobot robot) {
        model.offerScenarios(() -> List.of(new TrafficChoice("A herd", "", Path.of("/herd"))));
        robot.clickOn("#traffic");
        var scenarios =
                robot.lookup("#traffic").queryAs(MenuButton.class).getItems().stream()
                        .filter(Menu.class::isInstance)
                        .map(Menu.class::cast)
                        .findFirst()
                        .orElseThrow();
        robot.interact(() -> scenarios.getItems().getFirst().fire());
        assertThat(done).containsExactly("open /herd");
    }

    @Test
    void openAsksForAFile(FxRobot robot) {
        robot.clickOn("#open");
        assertThat(done).containsExactly("open /asked");
    }

    @Test
    void readingShowsHowFarItIsAndCanBeCancelled(FxRobot robot) {
        robot.interact(() ->
                model.showProgress(Progress.ofBytes("Reading mine.csv", 12_400_000, 41_000_000)));
        assertThat(robot.lookup("12.4 MB of 41.0 MB").query().isVisible()).isTrue();
        robot.clickOn("#cancel");
        assertThat(done).containsExactly("cancel");
        robot.interact(model::endProgress);
        assertThat(robot.lookup("#open").query().getParent().isVisible()).isTrue();
    }

    @Test
    void savingKeysAndThemeAreAClickAway(FxRobot robot) {
        robot.clickOn("#export").clickOn("#keys").clickOn("#theme");
        assertThat(done).containsExactly("export", "keys", "theme");
    }

    @Test
    void nothingIsCutOffInTheNarrowestWindow(FxRobot robot) {
        robot.interact(() -> {
            model.showTraffic("build-file-reads", "41,208 requests · 6 min 12 s");
            model.showVersions("6.2.11", "3.54.1");
        });
        for (var label : robot.lookup(".header .label").queryAllAs(Label.class)) {
            assertThat(label.localToScene(label.getBoundsInLocal()).getMaxX())
                    .as(label.getText())
                    .isLessThanOrEqualTo(1000);
        }
        var name = robot.lookup(".traffic-name").queryAs(Label.class);
        assertThat(name.getWidth()).isGreaterThanOrEqualTo(Math.floor(name.prefWidth(-1)));
    }

    @Test
    void theWorldIsAClickAwayAndTheSimulatedOneHasASeed(FxRobot robot) {
        var seed = robot.lookup("#seed").queryAs(TextField.class);
        assertThat(seed.getParent().isVisible()).isFalse();
        robot.clickOn("#world-live").clickOn("#world-simulated");
        assertThat(done).containsExactly("world SIMULATED");
        assertThat(seed.getParent().isVisible()).isTrue();
        assertThat(robot.lookup("#world-simulated").queryAs(ToggleButton.class).isSelected())
                .isTrue();
        assertThat(robot.lookup("#world-live").queryAs(ToggleButton.class).isSelected()).isFalse();
        robot.interact(() -> seed.setText("9"));
        robot.interact(() -> seed.fireEvent(new ActionEvent()));
        assertThat(done).containsExactly("world SIMULATED", "seed 9");
    }

    @Test
    void nothingIsCutOffInTheSimulatedWorldEither(FxRobot robot) {
        robot.interact(() -> {
            model.showTraffic("build-file-reads", "41,208 requests · 6 min 12 s");
            model.showSimulatedVersions();
            model.showWorld(WorldKind.SIMULATED);
        });
        for (var label : robot.lookup(".header .label").queryAllAs(Label.class)) {
            assertThat(label.localToScene(label.getBoundsInLocal()).getMaxX())
                    .as(label.getText())
                    .isLessThanOrEqualTo(1000);
        }
    }

    @Test
    void aMessageTakesRoomOnlyWhileThereIsOne(FxRobot robot) {
        var bar = robot.lookup("#messages").query();
        assertThat(bar.isManaged()).isFalse();
        robot.interact(() -> messages.show("The file a.csv is empty."));
        assertThat(bar.isVisible()).isTrue();
        robot.clickOn("#dismiss");
        assertThat(bar.isManaged()).isFalse();
    }

    private final class Actions implements HeaderActions {
        @Override
        public void open(Path file) {
            done.add("open " + file);
        }

        @Override
        public void cancel() {
            done.add("cancel");
        }

        @Override
        public void choose(WorldKind world) {
            done.add("world " + world);
            model.showWorld(world);
        }

        @Override
        public boolean useSeed(String text) {
            done.add("seed " + text);
            return text.matches("\\d+");
        }

        @Override
        public void export() {
            done.add("export");
        }

        @Override
        public void listKeys() {
            done.add("keys");
        }

        @Override
        public void toggleTheme() {
            done.add("theme");
        }
    }

    private static final class Files implements FilePicker {
        @Override
        public Optional<Path> open(String title, List<FileKind> kinds) {
            return Optional.of(Path.of("/asked"));
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
            return Optional.empty();
        }
    }
}
