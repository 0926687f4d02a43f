package cachescope.app.theme;

/** Whether the window is dark or light. */
public enum Mode {
    DARK,
    LIGHT;

    /** The other one. */
    public Mode other() {
        return this == DARK ? LIGHT : DARK;
    }
}
