package cachescope.app.tape;

/**
 * One run on the tape.
 *
 * @param from when it begins to be a run of its own, in nanoseconds
 * @param liveEdge how far it has come
 * @param shown whether it is the one that the window shows
 */
record Strip(
        Side side, TapeColumns columns, long from, long liveEdge, boolean ended, boolean shown) {}
