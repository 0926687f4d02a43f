package cachescope.app.cli;

/** What a command ends with. */
public final class ExitCode {
    /** Done. */
    public static final int DONE = 0;

    /** The run failed. */
    public static final int FAILED = 1;

    /** The arguments or an input file are wrong. */
    public static final int WRONG_INPUT = 2;

    /** Interrupted; what was reported is partial. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
