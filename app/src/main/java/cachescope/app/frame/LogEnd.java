package cachescope.app.frame;

/** What becomes of a log's end. */
enum LogEnd {
    /** Events are appended as they happen: time goes on where nothing does. */
    LIVE,
    /** Events are read from a file: what comes after the last one is not known yet. */
    LOADING,
    /** Nothing more will be appended. */
    OVER
}
