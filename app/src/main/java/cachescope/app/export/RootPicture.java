package cachescope.app.export;

import cachescope.app.picture.Picture;
import cachescope.app.picture.PictureSize;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** A picture of the root of a scene, which may be on no stage. FX thread only. */
public final class RootPicture {
    private RootPicture() {}

    /** Paints what a root shows, as large as the picture is to be. */
    public static Picture of(Region root, PictureSize size) {
        var parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(0, 0, size.width(), size.height()));
        parameters.setTransform(
                new Scale(size.width() / root.getWidth(), size.height() / root.getHeight()));
        var image = root.snapshot(parameters, null);
        var pixels = new int[size.pixels()];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        size.width(),
                        size.height(),
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        size.width());
        return new Picture(size, pixels);
    }
}
