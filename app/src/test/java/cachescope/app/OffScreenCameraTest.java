package cachescope.app;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.SyntheticLog;
import cachescope.app.frame.OffScreen;
import cachescope.app.frame.Selection;
import cachescope.app.picture.Camera;
import cachescope.app.picture.Caption;
import cachescope.app.picture.Film;
import cachescope.app.picture.FilmSpan;
import cachescope.app.picture.Picture;
import cachescope.app.picture.PictureSize;
import cachescope.app.theme.Mode;
import cachescope.app.theme.Theme;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Tier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffScreenCameraTest {
    private static final PictureSize AT_EASE = new PictureSize(1440, 900);
    private static final Caption CAPTION =
            new Caption("flash-sale", "simulated", false, 1, "simulated", "simulated");
    private static final Selection NOTHING = new Selection.Nothing();
    private static final long SECOND = 1_000_000_000L;

    private final EventLog log = SyntheticLog.of(1, 400, 100, 1);

    @ParameterizedTest
    @CsvSource({"1440x900,DARK", "1440x900,LIGHT", "1000x800,DARK", "640x400,LIGHT"})
    void aPictureIsAsLargeAsAskedForAndShowsAWindow(String size, Mode mode) throws IOException {
        var picture = take(PictureSize.parse(size), mode, FilmSpan.still(SECOND)).getFirst();

        assertThat(picture.size()).hasToString(size);
        assertThat(colours(picture)).hasSizeGreaterThan(200);
        assertThat(isBright(picture.at(4, 4))).isEqualTo(mode == Mode.LIGHT);
        assertThat(colours(header(picture))).hasSizeGreaterThan(10);
    }

    @Test
    void theSameMomentIsTheSamePicture() throws IOException {
        var first = take(AT_EASE, Mode.DARK, FilmSpan.still(2 * SECOND)).getFirst();
        var second = take(AT_EASE, Mode.DARK, FilmSpan.still(2 * SECOND)).getFirst();
        var other = take(AT_EASE, Mode.DARK, FilmSpan.still(SECOND)).getFirst();

        assertThat(Arrays.equals(pixels(first), pixels(second))).isTrue();
        assertThat(Arrays.equals(pixels(first), pixels(other))).isFalse();
    }

    @Test
    void aFilmShowsOneMomentAfterAnother() throws IOException {
        var film = take(AT_EASE, Mode.DARK, FilmSpan.of(SECOND, 2 * SECOND, 1, 4));

        assertThat(film).hasSize(4);
        for (int i = 1; i < film.size(); i++) {
            assertThat(Arrays.equals(pixels(film.get(i - 1)), pixels(film.get(i))))
                    .as("picture %d", i)
                    .isFalse();
        }
    }

    @Test
    void headerAndTimeTellWhatIsShown() throws IOException {
        look(
                AT_EASE,
                SECOND * 3 / 2,
                NOTHING,
                window -> {
                    assertThat(text(window, "#time")).isEqualTo("00:01.500");
                    assertThat(text(window, "#origin")).isEmpty();
                    assertThat(node(window, "#seed").getParent().isVisible()).isTrue();
                    assertThat(text(window, ".traffic-name")).isEqualTo("flash-sale");
                    assertThat(text(window, ".versions")).isEqualTo("simulated");
                    assertThat(node(window, "#controls-closed").isVisible()).isFalse();
                });
    }

    @Test
    void theEndOfARunIsNoBreak() throws IOException {
        long end = log.lastAt();
        look(
                AT_EASE,
                end,
                NOTHING,
                window -> assertThat(text(window, "#note")).startsWith("The run ended at"));
    }

    @Test
    void whatIsChosenIsToldOfInANarrowWindowToo() throws IOException {
        var narrow = new PictureSize(1000, 800);
        look(
                narrow,
                SECOND,
                NOTHING,
                window -> assertThat(node(window, "#open-inspector").isVisible()).isTrue());
        look(
                narrow,
                SECOND,
                new Selection.OfTier(Tier.REDIS, ""),
                window -> assertThat(node(window, "#open-inspector").isVisible()).isFalse());
    }

    private List<Picture> take(PictureSize size, Mode mode, FilmSpan span) throws IOException {
        var film = new Pictures(new ArrayList<>());
        new OffScreenCamera()
                .take(new Camera.Shot(log, CAPTION, NOTHING, "", mode, size, size, span, 1), film);
        return film.pictures();
    }

    private void look(
            PictureSize size, long time, Selection selection, Consumer<OffScreenWindow> looking)
            throws IOException {
        OffScreen.run(() -> {
            try (var window = new OffScreenWindow(new Theme())) {
                window.resize(size);
                window.show(log, CAPTION, selection);
                window.turnTo(time, 1, false);
                while (!window.isReady()) {
                    LockSupport.parkNanos(1_000_000);
                }
                assertThat(window.picture(size).size()).isEqualTo(size);
                looking.accept(window);
            }
        });
    }

    private static Node node(OffScreenWindow window, String selector) {
        return window.root().lookup(selector);
    }

    private static String text(OffScreenWindow window, String selector) {
        return ((Label) node(window, selector)).getText();
    }

    private static Picture header(Picture picture) {
        var size = new PictureSize(picture.size().width() / 2, picture.size().height() / 20);
        var pixels = new int[size.pixels()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = picture.at(i % size.width(), i / size.width());
        }
        return new Picture(size, pixels);
    }

    private static int[] pixels(Picture picture) {
        int width = picture.size().width();
        var pixels = new int[picture.size().pixels()];
        Arrays.setAll(pixels, i -> picture.at(i % width, i / width));
        return pixels;
    }

    private static int[] colours(Picture picture) {
        return Arrays.stream(pixels(picture)).distinct().toArray();
    }

    private static boolean isBright(int colour) {
        return (colour >> 8 & 0xff) > 128;
    }

    private record Pictures(List<Picture> pictures) implements Film {
        @Override
        public void add(Picture picture) {
            pictures.add(picture);
        }

        @Override
        public void close() {}
    }
}
