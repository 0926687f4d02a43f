package cachescope.engine.strategy.fault;

/**
 * A stretch of a run.
 *
 * @param from when it begins, in nanoseconds from the run's start
 * @param to when it is over; {@link #END} for the end of the run
 */
public record Span(long from, long to) {
    /** The end of the run, whenever that is. */
    public static final long END = Long.MAX_VALUE;

    public static final Span WHOLE_RUN = new Span(0, END);

    public Span {
        if (from < 0 || from >= to) {
            throw new IllegalArgumentException("a span must end after it begins");
        }
    }

    /** Whether a time is in it; the end is not. */
    public boolean contains(long nanos) {
        return from <= nanos && nanos < to;
    }
}
