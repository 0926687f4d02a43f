package cachescope.app.picture;

import cachescope.app.frame.Selection;
import cachescope.app.theme.Mode;
import cachescope.engine.event.EventLog;
import java.io.IOException;

/** Takes pictures of what the window shows, without a display. */
@FunctionalInterface
public interface Camera {

    /**
     * What to take.
     *
     * @param log all that happened; nothing is appended to it any more
     * @param rate run time a time of the screen: it tells how long packets are on their way
     * @param window the size of the window
     * @param size the size of the picture of it
     * @param selection what the inspector tells of
     * @param view the view below the stage, by the name of its tab; empty for the first
     */
    record Shot(
            EventLog log,
            Caption caption,
            Selection selection,
            String view,
            Mode mode,
            PictureSize window,
            PictureSize size,
            FilmSpan span,
            double rate) {}

    /**
     * Takes the pictures of a shot's span onto a film. Blocks; throws if the log cannot be read or
     * the film not be written.
     */
    void take(Shot shot, Film film) throws IOException;
}
