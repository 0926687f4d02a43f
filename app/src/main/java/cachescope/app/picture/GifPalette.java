package cachescope.app.picture;

import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The 255 colours and the transparent one that a picture of a GIF is painted with, by median cut:
 * the colours that are there are divided again and again where they differ most, by how much of the
 * picture they fill (Heckbert, Color image quantization for frame buffer display, 1982). Five bits
 * of each of red, green and blue tell colours apart, six of green.
 */
final class GifPalette {
    /** The colour through which the picture before is seen. */
    static final int TRANSPARENT = 255;

    private static final int SHADES = 1 << 16;

    private final IndexColorModel colours;
    private final byte[] indexOfShade;

    private GifPalette(IndexColorModel colours, byte[] indexOfShade) {
        this.colours = colours;
        this.indexOfShade = indexOfShade;
    }

    /** The palette of what differs from the picture before. */
    static GifPalette of(Picture picture, @Nullable Picture before) {
        var sums = new Sums();
        for (int y = 0; y < picture.size().height(); y++) {
            for (int x = 0; x < picture.size().width(); x++) {
                int colour = picture.at(x, y);
                if (before == null || before.at(x, y) != colour) {
                    sums.add(colour);
                }
            }
        }
        var boxes = divided(sums);
        var rgb = new int[TRANSPARENT + 1];
        var indexOfShade = new byte[SHADES];
        for (int i = 0; i < boxes.size(); i++) {
            rgb[i] = 0xff000000 | sums.mean(boxes.get(i));
            for (int shade : boxes.get(i)) {
                indexOfShade[shade] = (byte) i;
            }
        }
        return new GifPalette(
                new IndexColorModel(8, rgb.length, rgb, 0, true, TRANSPARENT, DataBuffer.TYPE_BYTE),
                indexOfShade);
    }

    IndexColorModel colours() {
        return colours;
    }

    /** The place of a colour of the picture in the palette. */
    int indexOf(int colour) {
        return indexOfShade[shade(colour)] & 0xff;
    }

    private static int shade(int colour) {
        return (colour >> 8 & 0xf800) | (colour >> 5 & 0x07e0) | (colour >> 3 & 0x001f);
    }

    private static List<int[]> divided(Sums sums) {
        var boxes = new ArrayList<int[]>();
        boxes.add(sums.present());
        while (boxes.size() < TRANSPARENT) {
            var widest =
                    boxes.stream()
                            .filter(box -> box.length > 1)
                            .max(Comparator.comparingDouble(sums::weight));
            if (widest.isEmpty()) {
                break;
            }
            boxes.remove(widest.get());
            boxes.addAll(sums.halves(widest.get()));
        }
        return boxes;
    }

    /** How often each shade is there, and what its colours add up to. */
    private static final class Sums {
        private final long[] counts = new long[SHADES];
        private final long[][] channels = new long[3][SHADES];

        void add(int colour) {
            int shade = shade(colour);
            counts[shade]++;
            for (int channel = 0; channel < 3; channel++) {
                channels[channel][shade] += colour >> 16 - 8 * channel & 0xff;
            }
        }

        int[] present() {
            var present = new int[SHADES];
            int count = 0;
            for (int shade = 0; shade < SHADES; shade++) {
                if (counts[shade] > 0) {
                    present[count++] = shade;
                }
            }
            return Arrays.copyOf(present, count);
        }

        private double value(int shade, int channel) {
            return (double) channels[channel][shade] / counts[shade];
        }

        private double spread(int[] box, int channel) {
            double least = 255;
            double greatest = 0;
            for (int shade : box) {
                least = Math.min(least, value(shade, channel));
                greatest = Math.max(greatest, value(shade, channel));
            }
            return greatest - least;
        }

        private int widestChannel(int[] box) {
            int widest = 0;
            for (int channel = 1; channel < 3; channel++) {
                if (spread(box, channel) > spread(box, widest)) {
                    widest = channel;
                }
            }
            return widest;
        }

        /** How much is won by dividing a box: its width, by the root of how much it fills. */
        double weight(int[] box) {
            long pixels = 0;
            for (int shade : box) {
                pixels += counts[shade];
            }
            return spread(box, widestChannel(box)) * Math.sqrt(Math.sqrt((double) pixels));
        }

        List<int[]> halves(int[] box) {
            int channel = widestChannel(box);
            var sorted =
                    Arrays.stream(box)
                            .boxed()
                            .sorted(Comparator.comparingDouble(shade -> value(shade, channel)))
                            .mapToInt(Integer::intValue)
                            .toArray();
            double middle =
                    (value(sorted[0], channel) + value(sorted[sorted.length - 1], channel)) / 2;
            int cut = 1;
            while (cut < sorted.length - 1 && value(sorted[cut], channel) <= middle) {
                cut++;
            }
            return List.of(
                    Arrays.copyOfRange(sorted, 0, cut),
                    Arrays.copyOfRange(sorted, cut, sorted.length));
        }

        int mean(int[] box) {
            int colour = 0;
            long pixels = 0;
            for (int shade : box) {
                pixels += counts[shade];
            }
            for (int channel = 0; channel < 3; channel++) {
                long sum = 0;
                for (int shade : box) {
                    sum += channels[channel][shade];
                }
                colour = colour << 8 | (int) Math.round((double) sum / pixels);
            }
            return colour;
        }
    }
}
