package cachescope.app.frame;

/** Something that shows the run as it was at the playhead. */
@FunctionalInterface
public interface Screen {

    /**
     * Shows a moment. Called on the FX thread, at most once a frame, and only if something changed.
     */
    void show(Frame frame);

    /**
     * Whether what it shows is the moment that it was last handed; one that reads for itself may
     * need a while. Asked on the FX thread.
     */
    default boolean isReady() {
        return true;
    }
}
