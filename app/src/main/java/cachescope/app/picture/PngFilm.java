package cachescope.app.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A PNG file, or an animated one (APNG) that begins again at its end: every colour is kept as it
 * is. See the PNG specification, third edition, chapters 5 and 11.
 */
final class PngFilm implements Film {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS = 8;
    private static final int RGB = 2;
    private static final int RGB_AND_ALPHA = 6;
    private static final int FILTER_UP = 2;
    private static final int KEEP = 0;
    private static final int REPLACE = 0;
    private static final int LAY_OVER = 1;
    private static final int FOR_EVER = 0;

    private final DataOutputStream out;
    private final int pictures;
    private final int framesPerSecond;
    private @Nullable Picture last;
    private int number;
    private int sequence;

    /**
     * @param pictures how many will come
     * @param framesPerSecond how fast a film of several runs
     */
    PngFilm(OutputStream out, int pictures, int framesPerSecond) {
        this.out = new DataOutputStream(out);
        this.pictures = pictures;
        this.framesPerSecond = framesPerSecond;
    }

    @Override
    public void add(Picture picture) throws IOException {
        if (number == pictures) {
            throw new IllegalArgumentException("picture " + (number + 1) + " of " + pictures);
        }
        if (number == 0) {
            begin(picture.size());
        }
        if (isAnimated()) {
            frame(picture.size());
        }
        var pixels = deflated(picture);
        if (number == 0) {
            chunk("IDAT", pixels);
        } else {
            var numbered = new ByteArrayOutputStream(pixels.length + Integer.BYTES);
            new DataOutputStream(numbered).writeInt(sequence++);
            numbered.writeBytes(pixels);
            chunk("fdAT", numbered.toByteArray());
        }
        last = picture;
        number++;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            if (number == pictures) {
                chunk("IEND", new byte[0]);
            }
        }
    }

    private boolean isAnimated() {
        return pictures > 1;
    }

    private void begin(PictureSize size) throws IOException {
        out.write(SIGNATURE);
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeInt(size.width());
        fields.writeInt(size.height());
        fields.writeByte(BITS);
        fields.writeByte(isAnimated() ? RGB_AND_ALPHA : RGB);
        fields.write(new byte[3]);
        chunk("IHDR", header.toByteArray());
        if (isAnimated()) {
            var control = new ByteArrayOutputStream();
            new DataOutputStream(control).writeInt(pictures);
            new DataOutputStream(control).writeInt(FOR_EVER);
            chunk("acTL", control.toByteArray());
        }
    }

    private void frame(PictureSize size) throws IOException {
        var control = new ByteArrayOutputStream();
        var fields = new DataOutputStream(control);
        fields.writeInt(sequence++);
        fields.writeInt(size.width());
        fields.writeInt(size.height());
        fields.writeInt(0);
        fields.writeInt(0);
        fields.writeShort(1);
        fields.writeShort(framesPerSecond);
        fields.writeByte(KEEP);
        fields.writeByte(number == 0 ? REPLACE : LAY_OVER);
        chunk("fcTL", control.toByteArray());
    }

    /** The pixels; those that are as in the picture before are transparent, and so cost nothing. */
    private byte[] deflated(Picture picture) throws IOException {
        var size = picture.size();
        int channels = isAnimated() ? 4 : 3;
        var above = new byte[size.width() * channels];
        var row = new byte[size.width() * channels];
        var filtered = new byte[size.width() * channels];
        var bytes = new ByteArrayOutputStream();
        try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
                var pixels = new DeflaterOutputStream(bytes, deflater, 1 << 16)) {
            for (int y = 0; y < size.height(); y++) {
                fill(row, picture, y, channels);
                for (int i = 0; i < row.length; i++) {
                    filtered[i] = (byte) (row[i] - above[i]);
                }
                pixels.write(FILTER_UP);
                pixels.write(filtered);
                var swapped = above;
                above = row;
                row = swapped;
            }
        }
        return bytes.toByteArray();
    }

    private void fill(byte[] row, Picture picture, int y, int channels) {
        var before = last;
        int at = 0;
        for (int x = 0; x < picture.size().width(); x++) {
            int colour = picture.at(x, y);
            if (before != null && before.at(x, y) == colour) {
                colour = 0;
            }
            row[at++] = (byte) (colour >>> 16);
            row[at++] = (byte) (colour >>> 8);
            row[at++] = (byte) colour;
            if (channels == 4) {
                row[at++] = (byte) (colour >>> 24);
            }
        }
    }

    private void chunk(String type, byte[] content) throws IOException {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) check.getValue());
    }
}
