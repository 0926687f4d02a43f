package cachescope.app;

import cachescope.app.export.RootPicture;
import cachescope.app.files.FilePicker;
import cachescope.app.frame.Selection;
import cachescope.app.picture.Caption;
import cachescope.app.picture.Picture;
import cachescope.app.picture.PictureSize;
import cachescope.app.picture.UnknownView;
import cachescope.app.session.Session;
import cachescope.app.settings.Settings;
import cachescope.app.theme.Theme;
import cachescope.app.window.MainWindow;
import cachescope.engine.event.EventLog;
import cachescope.engine.run.World;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.layout.Region;

/**
 * The window's content on no stage: it shows any moment of a log and can be painted at any size. It
 * moves only when it is told to. FX thread only.
 */
final class OffScreenWindow implements AutoCloseable {
    /** How often the content is laid out and drawn anew until labels and canvases agree. */
    private static final int PASSES = 3;

    /** The time of all frames: that of the run moves by {@link #turnTo} alone. */
    private static final long STANDING = 0;

    private final Session session = new Session(OffScreenWindow::noWorld);
    private final Explorer explorer;
    private final Region root;
    private long endSeq;

    OffScreenWindow(Theme theme) {
        this.explorer =
                new Explorer(
                        session, Settings.DEFAULT, Recordings.bundled(), theme, FilePicker.NOBODY);
        this.root = (Region) explorer.scene().getRoot();
        explorer.clock().stop();
    }

    /** Turns to a log to which, as far as is shown, nothing is appended any more. */
    void show(EventLog log, Caption caption, Selection selection) {
        endSeq = log.size();
        explorer.show(log, caption);
        explorer.select(selection);
    }

    /** Turns to a view below the stage, by the name of its tab; to none if that is empty. */
    void turnTo(String view) throws UnknownView {
        if (!view.isEmpty() && !explorer.turnTo(view)) {
            throw new UnknownView(view, explorer.views());
        }
    }

    /**
     * Turns to a moment; it is not shown before {@link #isReady} says so.
     *
     * @param rate run time a time of the screen
     * @param playing whether it looks as it does while time runs
     */
    void turnTo(long time, double rate, boolean playing) {
        explorer.turnTo(time, rate, playing);
    }

    /** Goes on towards the moment; whether it is shown, or never will be. */
    boolean isReady() {
        if (explorer.clock().hasRead(endSeq)) {
            explorer.clock().handle(STANDING);
            return explorer.clock().isAtPlayhead() || failure().isPresent();
        }
        return failure().isPresent();
    }

    /** Why the moment cannot be shown, in a sentence. */
    Optional<String> failure() {
        return explorer.clock().failure();
    }

    /**
     * Makes the window so large. Where that is smaller than it can be, it has the least size in the
     * same proportions.
     */
    void resize(PictureSize size) {
        var window = size.atLeast(MainWindow.WIDTH_MIN, MainWindow.HEIGHT_MIN);
        root.setPrefSize(window.width(), window.height());
        root.resize(window.width(), window.height());
        layOut();
    }

    /** Paints the moment, at any size. */
    Picture picture(PictureSize size) {
        for (int pass = 0; pass < PASSES; pass++) {
            explorer.clock().requestFrame();
            explorer.clock().handle(STANDING);
            layOut();
        }
        return RootPicture.of(root, size);
    }

    private void layOut() {
        root.applyCss();
        root.layout();
    }

    /** Lets the log go; another one can be shown. */
    void rest() {
        explorer.clock().close();
    }

    /** What is shown, for who looks for a node in it. */
    Parent root() {
        return root;
    }

    @Override
    public void close() {
        rest();
        explorer.close();
        session.close();
    }

    private static World noWorld() {
        throw new IllegalStateException("nothing runs off the screen");
    }
}
