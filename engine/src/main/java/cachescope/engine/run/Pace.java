package cachescope.engine.run;

/**
 * How recorded time becomes the run's time: a straight line from a pair of times, as steep as the
 * speed says. Immutable.
 *
 * @param recorded nanoseconds in the recording
 * @param at the run's time that belongs to it, in nanoseconds
 * @param speed recorded seconds in one second; 0 is "as fast as possible"
 * @param held whether nothing arrives at all for the time being
 */
record Pace(long recorded, long at, double speed, boolean held) {
    /** The speed that means "as fast as possible". */
    static final double MAX = 0;

    /** Recorded time that begins now. */
    static Pace from(double speed, long now) {
        return new Pace(0, now, speed, false);
    }

    /** When a request arrives that the recording has at this time. At full speed that is now. */
    long arrival(long recordedAt, long now) {
        return speed == MAX ? now : at + Math.round((recordedAt - recorded) / speed);
    }

    /** Goes on from here with another speed; what has arrived stays as it is. */
    Pace with(double newSpeed, long lastRecorded, long now) {
        return new Pace(position(lastRecorded, now), now, newSpeed, held);
    }

    /** Stands still, or goes on from where it stood. */
    Pace held(boolean hold, long lastRecorded, long now) {
        return new Pace(held ? recorded : position(lastRecorded, now), now, speed, hold);
    }

    /** Where in the recording the traffic is. */
    private long position(long lastRecorded, long now) {
        if (held) {
            return recorded;
        }
        return speed == MAX ? lastRecorded : recorded + Math.round((now - at) * speed);
    }
}
