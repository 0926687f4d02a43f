package cachescope.app.tape;

import javafx.scene.shape.SVGPath;

/** The signs on the transport's buttons, on a grid of 16. */
enum TransportIcon {
    TO_START("M2 2 H4 V14 H2 Z M14 2 V14 L5 8 Z"),
    STEP_BACK("M10 2 V14 L1 8 Z M12 2 H14 V14 H12 Z"),
    PLAY("M4 1.5 V14.5 L14 8 Z"),
    PAUSE("M3.5 2 H6.5 V14 H3.5 Z M9.5 2 H12.5 V14 H9.5 Z"),
    STEP_FORWARD("M2 2 H4 V14 H2 Z M6 2 V14 L15 8 Z"),
    TO_END("M12 2 H14 V14 H12 Z M2 2 V14 L11 8 Z"),
    SKIP_IDLE("M0 7 H2 V9 H0 Z M4 7 H6 V9 H4 Z M8 2 L16 8 L8 14 Z"),
    FORK(
            "M3 1 A2 2 0 1 1 3 5 A2 2 0 1 1 3 1 Z M3 11 A2 2 0 1 1 3 15 A2 2 0 1 1 3 11 Z"
                    + " M2.25 4 H3.75 V12 H2.25 Z M3 8.5 H9 Q12.25 8.5 12.25 5 V4 H13.75 V5 Q13.75 10 9 10 H3 Z"
                    + " M13 1 A2 2 0 1 1 13 5 A2 2 0 1 1 13 1 Z");

    private final String path;

    TransportIcon(String path) {
        this.path = path;
    }

    /** A new node with this sign. */
    SVGPath shape() {
        var shape = new SVGPath();
        show(shape);
        shape.getStyleClass().add("transport-icon");
        return shape;
    }

    /** Puts this sign in the place of another. */
    void show(SVGPath shape) {
        shape.setContent(path);
    }
}
