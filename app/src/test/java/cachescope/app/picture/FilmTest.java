package cachescope.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FilmTest {
    private static final PictureSize SIZE = new PictureSize(37, 23);
    private static final FilmSpan THREE = FilmSpan.of(0, 300_000_000L, 1, 10);

    @Test
    void aPngHoldsEveryPixel() throws IOException {
        var picture = picture(1);

        var read =
                ImageIO.read(
                        new ByteArrayInputStream(film(FilmFile.PNG, FilmSpan.still(0), picture)));

        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                assertThat(read.getRGB(x, y)).as("%d, %d", x, y).isEqualTo(picture.at(x, y));
            }
        }
    }

    @Test
    void anAnimatedPngAnnouncesItsPicturesAndNumbersThem() throws IOException {
        var bytes = film(FilmFile.PNG, THREE, picture(1), picture(2), picture(2));

        assertThat(chunks(bytes))
                .containsExactly(
                        "IHDR", "acTL 3", "fcTL 0", "IDAT", "fcTL 1", "fdAT 2", "fcTL 3", "fdAT 4",
                        "IEND");
        var first = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(first.getRGB(5, 5)).isEqualTo(picture(1).at(5, 5));
    }

    @Test
    void whatDoesNotChangeCostsNextToNothing() throws IOException {
        int two =
                film(FilmFile.PNG, FilmSpan.of(0, 200_000_000L, 1, 10), picture(1), picture(1))
                        .length;
        int one = film(FilmFile.PNG, FilmSpan.still(0), picture(1)).length;

        assertThat(two).isLessThan(one * 3 / 2);
    }

    @Test
    void aGifShowsOnePictureAfterAnother() throws IOException {
        var pictures = List.of(plain(0xff2e3440), plain(0xffa3be8c), plain(0xffa3be8c));
        var bytes = film(FilmFile.GIF, THREE, pictures.toArray(Picture[]::new));

        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            assertThat(reader.read(0).getRGB(3, 3)).isEqualTo(0xff2e3440);
            assertThat(reader.read(1).getRGB(3, 3)).isEqualTo(0xffa3be8c);
            assertThat(reader.read(2).getRGB(3, 3) >>> 24).as("unchanged").isZero();
        }
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("NETSCAPE2.0");
    }

    @Test
    void aGifIsCloseToManyColours() throws IOException {
        var picture = shaded();
        var read =
                ImageIO.read(
                        new ByteArrayInputStream(film(FilmFile.GIF, FilmSpan.still(0), picture)));

        for (int x = 0; x < SIZE.width(); x++) {
            int shown = read.getRGB(x, 7);
            int meant = picture.at(x, 7);
            for (int shift = 0; shift <= 16; shift += 8) {
                assertThat(shown >> shift & 0xff)
                        .as("%d", x)
                        .isCloseTo(meant >> shift & 0xff, within(16));
            }
        }
    }

    private static byte[] film(FilmFile kind, FilmSpan span, Picture... pictures)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var film = kind.open(out, span)) {
            for (var picture : pictures) {
                film.add(picture);
            }
        }
        return out.toByteArray();
    }

    private static List<String> chunks(byte[] bytes) throws IOException {
        var chunks = new ArrayList<String>();
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        in.skipNBytes(8);
        while (in.available() > 0) {
            var content = new byte[in.readInt()];
            var type = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
            in.readFully(content);
            in.skipNBytes(4);
            var number =
                    type.equals("acTL") || type.equals("fcTL") || type.equals("fdAT")
                            ? " " + new DataInputStream(new ByteArrayInputStream(content)).readInt()
                            : "";
            chunks.add(type + number);
        }
        return chunks;
    }

    private static Picture picture(long seed) {
        var random = new SplittableRandom(seed);
        return new Picture(
                SIZE, random.ints(SIZE.pixels()).map(colour -> colour | 0xff000000).toArray());
    }

    private static Picture plain(int colour) {
        var pixels = new int[SIZE.pixels()];
        Arrays.fill(pixels, colour);
        return new Picture(SIZE, pixels);
    }

    private static Picture shaded() {
        var pixels = new int[SIZE.pixels()];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % SIZE.width();
            int y = i / SIZE.width();
            pixels[i] = 0xff000000 | x * 6 << 16 | y * 10 << 8 | x * y % 256;
        }
        return new Picture(SIZE, pixels);
    }
}
