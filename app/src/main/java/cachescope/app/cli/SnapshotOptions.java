package cachescope.app.cli;

import cachescope.app.frame.Playhead;
import cachescope.app.frame.Selection;
import cachescope.app.picture.FilmFile;
import cachescope.app.picture.FilmSpan;
import cachescope.app.picture.PictureSize;
import cachescope.app.theme.Mode;
import cachescope.engine.event.Tier;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what a picture shows, and where it goes. */
final class SnapshotOptions {
    private static final double SCALE_MAX = 8;

    private static final int FRAMES_PER_SECOND = 10;

    @Option(
            names = "--at",
            required = true,
            paramLabel = "TIME",
            description = {
                "The time of the run that is shown: 250ms, 3s, 1m; beyond its end the end is shown.",
                "In the simulated world that is recorded time; in the live world a second of it is --speed recorded ones, and at max what it happens to be."
            })
    private Duration at = Duration.ZERO;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Take a film from --at to this time.")
    private @Nullable Duration to;

    @Option(
            names = "--fps",
            paramLabel = "N",
            description = "Pictures in a second of the film (default: 10).")
    private @Nullable Integer framesPerSecond;

    @Option(
            names = "--playback-rate",
            paramLabel = "R",
            description =
                    "Time of the run in one of the screen, as the slider of the window sets it: 0.001 shows a millisecond for a second (default: ${DEFAULT-VALUE}).")
    private double rate = 1;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "The picture's size, 640x400 to 7680x4320 (default: ${DEFAULT-VALUE}).")
    PictureSize size = new PictureSize(1440, 900);

    @Option(
            names = "--scale",
            paramLabel = "X",
            description =
                    "Draw all things so many times as large, 1 to 8, as a screen of many pixels does (default: ${DEFAULT-VALUE}).")
    private double scale = 1;

    @Option(
            names = "--theme",
            paramLabel = "dark|light",
            description = "The colours of the window (default: dark).")
    Mode mode = Mode.DARK;

    @Option(
            names = "--request",
            paramLabel = "N",
            description = "The request that the inspector tells of.")
    private @Nullable Long request;

    @Option(
            names = "--tier",
            paramLabel = "TIER",
            description = "The tier that the inspector tells of, such as REDIS or DATABASE.")
    private @Nullable Tier tier;

    @Option(
            names = "--view",
            paramLabel = "NAME",
            description =
                    "The view below the stage, by the name of its tab: Charts, LRU, ... (default: the first).")
    String view = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PICTURE.png",
            description =
                    "The file to write; a film is an animated .png with every colour, or a .gif of 256 a picture.")
    Path out = Path.of("");

    /** Reads a size; refuses one that makes no picture. */
    static PictureSize size(String text) {
        try {
            return PictureSize.parse(text);
        } catch (IllegalArgumentException wrong) {
            var refusal = new TypeConversionException(String.valueOf(wrong.getMessage()));
            refusal.initCause(wrong);
            throw refusal;
        }
    }

    /** The kind of the file to write. */
    FilmFile kind() throws InvalidInput {
        return FilmFile.of(out)
                .orElseThrow(() ->
                        new InvalidInput(
                                "--out: expected a name that ends in .png or .gif, but found "
                                        + out,
                                null));
    }

    /** Refuses what makes no sense, before anything runs. */
    void check() throws InvalidInput {
        kind();
        selection();
        if (to == null && framesPerSecond != null) {
            throw new InvalidInput(
                    "--fps: is of a film, and a picture is taken without --to: expected both or none",
                    null);
        }
        span(Long.MAX_VALUE);
        if (!(rate >= Playhead.RATE_MIN && rate <= Playhead.RATE_MAX)) {
            throw new InvalidInput("--playback-rate: expected 0.0001 to 1000", null);
        }
        if (!(scale >= 1 && scale <= SCALE_MAX)) {
            throw new InvalidInput("--scale: expected 1 to 8", null);
        }
        if (to != null && size.pixels() > FilmSpan.PIXELS_MAX) {
            throw new InvalidInput(
                    "--size: a film has at most as many pixels as 2560x1600, but found " + size,
                    null);
        }
    }

    /** What the inspector tells of. */
    Selection selection() throws InvalidInput {
        if (request != null && tier != null) {
            throw new InvalidInput(
                    "--request and --tier exclude each other: expected one of them", null);
        }
        if (request != null && request < 0) {
            throw new InvalidInput(
                    "--request: " + request + ": expected the number of a request, from 0", null);
        }
        if (request != null) {
            return new Selection.OfRequest(request);
        }
        return tier == null ? new Selection.Nothing() : new Selection.OfTier(tier, "");
    }

    /** The last moment that is asked for. */
    Duration last() {
        return to == null ? at : to;
    }

    /** The size of the window that is shown. */
    PictureSize window() {
        return size.dividedBy(scale);
    }

    double rate() {
        return rate;
    }

    /** The moments that are shown of a run that ends at a time. */
    FilmSpan span(long end) throws InvalidInput {
        long from = Math.min(at.toNanos(), end);
        if (to == null) {
            return FilmSpan.still(from);
        }
        try {
            int pictures = framesPerSecond == null ? FRAMES_PER_SECOND : framesPerSecond;
            return FilmSpan.of(from, Math.min(to.toNanos(), end), rate, pictures);
        } catch (IllegalArgumentException wrong) {
            throw new InvalidInput("--to: " + wrong.getMessage(), wrong);
        }
    }
}
