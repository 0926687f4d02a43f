package cachescope.app.stage;

import cachescope.app.fixture.Pictures;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.frame.FrameClock;
import cachescope.app.frame.Playhead;
import cachescope.app.frame.Selection;
import cachescope.app.theme.Mode;
import cachescope.app.theme.Palette;
import cachescope.app.theme.Theme;
import cachescope.app.window.Lower;
import cachescope.app.window.MainWindow;
import cachescope.app.window.Slots;
import cachescope.engine.event.EventLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Takes pictures of the window's frame with the stage in it, for people to look at: {@code mvn -q
 * test-compile exec:exec -pl app} is not needed, run the class with the folder for the pictures as
 * its argument.
 */
public final class StagePictures {
    private StagePictures() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var done = new CountDownLatch(1);
        Platform.startup(() -> {
            takeAll(folder);
            done.countDown();
        });
        done.await();
        Platform.exit();
    }

    private static void takeAll(Path folder) {
        var busy = SyntheticLog.of(1, 20_000, 900, 1);
        for (var mode : Mode.values()) {
            take(folder, "ease", mode, 1440, 900, busy, 8_000_000_000L, 1);
            take(folder, "narrow", mode, 1000, 800, busy, 8_000_000_000L, 1);
        }
        var three = SyntheticLog.of(2, 20_000, 500, 3);
        take(folder, "three", Mode.DARK, 1440, 900, three, 8_000_000_000L, 0.2);
        take(folder, "three", Mode.LIGHT, 1000, 800, three, 8_000_000_000L, 0.01);
        take(
                folder,
                "lost",
                Mode.DARK,
                1440,
                900,
                SyntheticLog.withOutage(3, 8000, 400, 5_000_000_000L, 12_000_000_000L),
                8_000_000_000L,
                1);
        take(
                folder,
                "dense",
                Mode.DARK,
                1440,
                900,
                SyntheticLog.of(4, 40_000, 5_000, 1),
                6_000_000_000L,
                1);
        take(folder, "empty", Mode.DARK, 1440, 900, new EventLog(), 0, 1);
        take(folder, "wide", Mode.DARK, 1920, 1080, three, 9_000_000_000L, 0.0005);
    }

    private static void take(
            Path folder,
            String name,
            Mode mode,
            int width,
            int height,
            EventLog log,
            long at,
            double rate) {
        var theme = new Theme();
        theme.set(mode);
        var palette = new Palette();
        var stage = new StageView(palette, new SimpleObjectProperty<>(new Selection.Nothing()));
        var window =
                new MainWindow(
                        new Slots(
                                blank("header"),
                                blank("strategy"),
                                new StackPane(palette, stage),
                                List.of(
                                        new Lower("Hit ratio", blank("hit ratio")),
                                        new Lower("Latency", blank("latency"))),
                                blank("inspector"),
                                blank("tape")));
        var scene = new Scene(window.root(), width, height);
        theme.dress(scene);
        var playhead = new Playhead();
        var clock = new FrameClock(playhead);
        clock.addScreen(stage);
        clock.openAtStart(log);
        playhead.rateProperty().set(rate);
        playhead.seek(at);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        for (int i = 0; i < 200; i++) {
            clock.handle(i);
        }
        try {
            Pictures.write(
                    scene.snapshot(null),
                    folder.resolve(
                            "%s-%s-%d.png".formatted(name, mode, width).toLowerCase(Locale.ROOT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Region blank(String words) {
        var label = new Label(words);
        label.getStyleClass().add("dim");
        return new StackPane(label);
    }
}
