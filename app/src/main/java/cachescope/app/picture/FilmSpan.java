package cachescope.app.picture;

import java.util.Locale;

/**
 * Which moments of a run a film shows, and how fast it shows them.
 *
 * @param from the first moment, in nanoseconds of the run
 * @param stepNanos the time of the run between two pictures
 * @param pictures how many pictures there are; one is a still picture
 * @param framesPerSecond how many of them are shown in a second
 */
public record FilmSpan(long from, double stepNanos, int pictures, int framesPerSecond) {
    /** How many pictures a film has at most. */
    public static final int PICTURES_MAX = 1_200;

    /** How fast a film runs at most. */
    public static final int FRAMES_PER_SECOND_MAX = 60;

    /** How many pixels a picture of a film has at most: 2560 by 1600. */
    public static final int PIXELS_MAX = 2_560 * 1_600;

    private static final double SECOND = 1e9;

    /** One moment. */
    public static FilmSpan still(long at) {
        return new FilmSpan(at, 0, 1, 1);
    }

    /**
     * From one moment to another; throws, with a sentence, if that is no film or too long a one.
     *
     * @param rate run time a time of the film
     */
    public static FilmSpan of(long from, long to, double rate, int framesPerSecond) {
        if (to <= from) {
            throw new IllegalArgumentException("a film ends after it begins");
        }
        if (framesPerSecond < 1 || framesPerSecond > FRAMES_PER_SECOND_MAX) {
            throw new IllegalArgumentException(
                    "a film has 1 to " + FRAMES_PER_SECOND_MAX + " frames a second");
        }
        double pictures = Math.ceil((to - from) / SECOND / rate * framesPerSecond);
        if (pictures > PICTURES_MAX) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "that film would have %.0f pictures, and %s is the most: make it shorter, faster, or with fewer frames a second",
                            pictures,
                            PICTURES_MAX));
        }
        return new FilmSpan(
                from,
                SECOND * rate / framesPerSecond,
                Math.max(2, (int) pictures),
                framesPerSecond);
    }

    /** The moment that a picture shows; the first one is number 0. */
    public long momentOf(int picture) {
        return from + Math.round(stepNanos * picture);
    }
}
