package cachescope.app.picture;

/** What is seen at one moment: opaque pixels, row by row. Immutable as long as nobody writes. */
public final class Picture {
    private final PictureSize size;
    private final int[] pixels;

    /**
     * @param pixels row by row, as 0xAARRGGBB; they are not copied
     */
    public Picture(PictureSize size, int[] pixels) {
        if (pixels.length != size.pixels()) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels: expected " + size.pixels() + " for " + size);
        }
        this.size = size;
        this.pixels = pixels;
    }

    public PictureSize size() {
        return size;
    }

    /** The colour at a place, as 0xAARRGGBB. */
    public int at(int x, int y) {
        return pixels[y * size.width() + x];
    }
}
