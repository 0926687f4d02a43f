package cachescope.app.lru;

/**
 * Which line of an operation is seen, and how much of it: a function of the time since the call and
 * the rate alone. A line takes its time on the screen, however short the call was, unless the next
 * call comes before; where that leaves too little to see anything, only the end is shown.
 *
 * @param step the line
 * @param share how far its movement is
 */
record Timeline(int step, double share) {
    /** How long a line takes on the screen. */
    static final double LINE_NANOS = 650e6;

    /** In less than that on the screen nothing can be followed. */
    static final double LEAST_NANOS = 400e6;

    /** A line moves first and rests then, so that it can be read. */
    private static final double MOVING = 0.55;

    /** Where all lines are done. */
    static Timeline end(int lines) {
        return new Timeline(Math.max(0, lines - 1), 1);
    }

    /**
     * @param since the run's time since the call
     * @param room the run's time until the next call
     * @param rate run time a time of the screen
     */
    static Timeline at(int lines, double since, double room, double rate) {
        double lasts = Math.min(lines * LINE_NANOS * rate, room);
        if (lines == 0 || since >= lasts || lasts / rate < LEAST_NANOS) {
            return end(lines);
        }
        double place = Math.max(0, since) / lasts * lines;
        int step = (int) Math.min(lines - 1, Math.floor(place));
        return new Timeline(step, Math.min(1, (place - step) / MOVING));
    }
}
