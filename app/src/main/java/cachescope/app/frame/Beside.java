package cachescope.app.frame;

/**
 * A run whose log stands beside the one that is shown, as far as it is read.
 *
 * @param liveEdge the log's end, in nanoseconds
 * @param ended whether that run is over
 */
public record Beside(Whole whole, long liveEdge, boolean ended) {}
