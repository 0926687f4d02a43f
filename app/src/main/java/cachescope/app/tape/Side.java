package cachescope.app.tape;

/** Which of two runs. */
public enum Side {
    /** The first run. */
    A,
    /** The one that left it. */
    B;

    public Side other() {
        return this == A ? B : A;
    }
}
