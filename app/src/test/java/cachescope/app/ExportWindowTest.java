package cachescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.files.FileKind;
import cachescope.app.files.FilePicker;
import cachescope.app.fixture.SavedLogs;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init")
class ExportWindowTest {
    private OpenWindow window;
    private Explorer explorer;
    private Path chosen;

    @Start
    void open(Stage unused) throws IOException {
        window = new OpenWindow(Settings.DEFAULT, new Chosen());
        explorer = window.explorer();
        explorer.open(
                SavedLogs.save(
                        SyntheticLog.of(1, 400, 100, 1), window.folder().resolve("run.jsonl")));
    }

    @AfterEach
    void close(FxRobot robot) throws IOException {
        window.close(robot);
    }

    @Test
    void aPictureIsOfTheWindowWithoutTheCard(FxRobot robot) throws Exception {
        awaitLog(robot);
        save(robot, "picture", "window.png");

        until(() -> text(robot, "#export-told").startsWith("Saved"));
        var picture = ImageIO.read(chosen.toFile());
        assertThat(picture.getWidth()).isEqualTo(1000);
        robot.interact(() ->
                assertThat(picture.getRGB(4, 4))
                        .as("the card's shade is not in the picture")
                        .isNotEqualTo(
                                explorer.scene().snapshot(null).getPixelReader().getArgb(4, 4)));
    }

    @Test
    void aFilmHasThePicturesThatWerePromised(FxRobot robot) throws Exception {
        awaitLog(robot);
        open(robot, "film");
        robot.interact(() -> robot.lookup("#film-length").<TextField>query().setText("300ms"));
        assertThat(text(robot, "#export-words")).startsWith("3 pictures");
        choose(robot, "film.gif");

        until(() -> text(robot, "#export-told").startsWith("Saved"));
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = ImageIO.createImageInputStream(chosen.toFile())) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            assertThat(reader.getWidth(0)).isEqualTo(960);
        }
    }

    @Test
    void aFilmThatIsCancelledLeavesNothing(FxRobot robot) throws Exception {
        awaitLog(robot);
        open(robot, "film");
        robot.interact(() -> robot.lookup("#film-length").<TextField>query().setText("60s"));
        choose(robot, "film.png");
        until(() -> text(robot, "#export-told").startsWith("Picture"));
        robot.clickOn("#export-cancel");

        until(() -> text(robot, "#export-told").startsWith("Cancelled"));
        until(() -> names().equals(List.of("run.jsonl")));
    }

    @Test
    void aSpanOfTheLogHoldsItsEventsAndNoOthers(FxRobot robot) throws Exception {
        awaitLog(robot);
        open(robot, "log");
        robot.interact(() -> robot.lookup("#log-from").<TextField>query().setText("1s"));
        robot.interact(() -> robot.lookup("#log-to").<TextField>query().setText("2s"));
        choose(robot, "span.jsonl");

        until(() -> text(robot, "#export-told").startsWith("Saved"));
        long expected =
                SavedLogs.events(explorer.clock().log()).stream()
                        .filter(event -> event.at() >= 1_000_000_000L)
                        .filter(event -> event.at() <= 2_000_000_000L)
                        .count();
        assertThat(expected).isPositive();
        assertThat(Files.readAllLines(chosen)).hasSize((int) expected);
    }

    @Test
    void whatCannotBeWrittenIsToldInASentence(FxRobot robot) throws Exception {
        awaitLog(robot);
        save(robot, "picture", "no folder/window.png");

        until(() -> text(robot, "#export-told").contains("its folder does not exist"));
    }

    @Test
    void whatMakesNoFilmIsToldAndCannotBeSaved(FxRobot robot) throws Exception {
        awaitLog(robot);
        open(robot, "film");
        robot.interact(() -> robot.lookup("#film-length").<TextField>query().setText("1h"));

        assertThat(text(robot, "#export-problem")).contains("1200 is the most");
        assertThat(robot.lookup("#export-save").<Node>query().isDisabled()).isTrue();
    }

    private void save(FxRobot robot, String kind, String name) {
        open(robot, kind);
        choose(robot, name);
    }

    private void open(FxRobot robot, String kind) {
        robot.press(KeyCode.E).release(KeyCode.E);
        robot.interact(() -> robot.lookup("#export-" + kind).<ToggleButton>query().fire());
    }

    private void choose(FxRobot robot, String name) {
        chosen = window.folder().resolve(name);
        robot.clickOn("#export-save");
    }

    private void awaitLog(FxRobot robot) throws Exception {
        until(() -> text(robot, "#origin").startsWith("saved log"));
        until(() -> explorer.clock().requests() == 400);
    }

    private List<String> names() {
        try (var files = Files.list(window.folder())) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Label>query().getText();
    }

    private static void until(BooleanSupplier condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> condition.getAsBoolean());
    }

    private final class Chosen implements FilePicker {
        @Override
        public Optional<Path> open(String title, List<FileKind> kinds) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
            return Optional.of(chosen);
        }
    }
}
