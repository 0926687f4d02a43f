package cachescope.app.picture;

import java.util.regex.Pattern;

/** The size of a picture in pixels. */
public record PictureSize(int width, int height) {
    /** The smallest picture of the window that is taken. */
    public static final PictureSize LEAST = new PictureSize(640, 400);

    /** The largest. */
    public static final PictureSize GREATEST = new PictureSize(7_680, 4_320);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})[xX×]([0-9]{1,6})");

    public PictureSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height);
        }
    }

    /** Reads {@code 1440x900}; throws, with a sentence, if it is no size or out of bounds. */
    public static PictureSize parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "expected a width and a height such as 1440x900, but found '" + text + "'");
        }
        int width = Integer.parseInt(form.group(1));
        int height = Integer.parseInt(form.group(2));
        if (!isWithinBounds(width, height)) {
            throw new IllegalArgumentException(
                    "expected " + LEAST + " to " + GREATEST + ", but found " + text);
        }
        return new PictureSize(width, height);
    }

    private static boolean isWithinBounds(int width, int height) {
        return width >= LEAST.width
                && height >= LEAST.height
                && width <= GREATEST.width
                && height <= GREATEST.height;
    }

    /** How many pixels that is. */
    public int pixels() {
        return Math.multiplyExact(width, height);
    }

    /**
     * The size that is as often as large in both directions as this one, and as it is where it is
     * large enough already.
     */
    public PictureSize atLeast(double leastWidth, double leastHeight) {
        double factor = Math.max(1, Math.max(leastWidth / width, leastHeight / height));
        return new PictureSize(
                (int) Math.ceil(width * factor - 1e-9), (int) Math.ceil(height * factor - 1e-9));
    }

    /** The size of what is drawn so many times as large as it is. */
    public PictureSize dividedBy(double scale) {
        return new PictureSize((int) Math.ceil(width / scale), (int) Math.ceil(height / scale));
    }

    /** The same picture at another width. */
    public PictureSize withWidth(int newWidth) {
        return new PictureSize(
                newWidth,
                Math.toIntExact(Math.max(1, Math.round((double) newWidth * height / width))));
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
