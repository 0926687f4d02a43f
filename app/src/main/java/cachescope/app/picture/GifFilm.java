package cachescope.app.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A GIF file, animated where it has more than one picture: it begins again at its end. Each picture
 * has a palette of its own; what is as in the picture before is transparent, and so costs next to
 * nothing. Java's own writer does the coding, which needs no library.
 */
final class GifFilm implements Film {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int CENTISECONDS = 100;

    /** The least delay, in hundredths of a second, that all programs obey. */
    private static final int DELAY_MIN = 2;

    private final OutputStream out;
    private final ImageOutputStream stream;
    private final ImageWriter writer;
    private final int delay;
    private @Nullable Picture last;

    GifFilm(OutputStream out, int framesPerSecond) throws IOException {
        this.out = out;
        this.delay = Math.max(DELAY_MIN, Math.round((float) CENTISECONDS / framesPerSecond));
        this.stream = new MemoryCacheImageOutputStream(out);
        this.writer = ImageIO.getImageWritersByFormatName("gif").next();
        writer.setOutput(stream);
        writer.prepareWriteSequence(null);
    }

    @Override
    public void add(Picture picture) throws IOException {
        var image = indexed(picture);
        writer.writeToSequence(new IIOImage(image, null, described(image)), null);
        stream.flush();
        last = picture;
    }

    @Override
    public void close() throws IOException {
        try (out;
                stream) {
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    private BufferedImage indexed(Picture picture) {
        var palette = GifPalette.of(picture, last);
        var image =
                new BufferedImage(
                        picture.size().width(),
                        picture.size().height(),
                        BufferedImage.TYPE_BYTE_INDEXED,
                        palette.colours());
        var raster = image.getRaster();
        var row = new int[picture.size().width()];
        var before = last;
        for (int y = 0; y < picture.size().height(); y++) {
            for (int x = 0; x < row.length; x++) {
                int colour = picture.at(x, y);
                row[x] =
                        before != null && before.at(x, y) == colour
                                ? GifPalette.TRANSPARENT
                                : palette.indexOf(colour);
            }
            raster.setPixels(0, y, row.length, 1, row);
        }
        return image;
    }

    private IIOMetadata described(BufferedImage image) throws IOException {
        var metadata =
                writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromRenderedImage(image), null);
        var root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        var control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("delayTime", Integer.toString(delay));
        control.setAttribute("transparentColorIndex", Integer.toString(GifPalette.TRANSPARENT));
        if (last == null) {
            var loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(new byte[] {1, 0, 0});
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        metadata.setFromTree(FORMAT, root);
        return metadata;
    }

    private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
        var found = parent.getElementsByTagName(name);
        if (found.getLength() > 0) {
            return (IIOMetadataNode) found.item(0);
        }
        var child = new IIOMetadataNode(name);
        parent.appendChild(child);
        return child;
    }
}
