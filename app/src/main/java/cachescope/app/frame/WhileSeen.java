package cachescope.app.frame;

import java.util.function.BooleanSupplier;

/**
 * A screen that is handed no frame while nobody can see it, so that it costs nothing then. When it
 * comes to be seen a frame is asked for, which shows it the moment that the others show. FX thread
 * only.
 */
public final class WhileSeen implements Screen {
    private final Screen screen;
    private final BooleanSupplier seen;
    private final Runnable requestFrame;
    private boolean behind;

    /**
     * @param seen whether it can be seen
     * @param requestFrame lets the next frame be shown even if nothing changed in the log
     */
    public WhileSeen(Screen screen, BooleanSupplier seen, Runnable requestFrame) {
        this.screen = screen;
        this.seen = seen;
        this.requestFrame = requestFrame;
    }

    /** Looks whether it has come to be seen; to be called at the beginning of every frame. */
    public void look() {
        if (behind && seen.getAsBoolean()) {
            requestFrame.run();
        }
    }

    @Override
    public void show(Frame frame) {
        behind = !seen.getAsBoolean();
        if (!behind) {
            screen.show(frame);
        }
    }

    /** What cannot be seen need not be there. */
    @Override
    public boolean isReady() {
        return !seen.getAsBoolean() || (!behind && screen.isReady());
    }
}
