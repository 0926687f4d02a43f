package cachescope.engine.projection.stampede;

/**
 * The loads of a key.
 *
 * @param most how many were in flight at once, at most
 * @param nanos how long those that have ended took together
 */
public record Loads(int inFlight, int most, long ended, long nanos) {
    static final Loads NONE = new Loads(0, 0, 0, 0);

    /** How long a load took in the mean, in nanoseconds; NaN before the first has ended. */
    public double meanNanos() {
        return ended == 0 ? Double.NaN : (double) nanos / ended;
    }

    Loads started() {
        return new Loads(inFlight + 1, Math.max(most, inFlight + 1), ended, nanos);
    }

    Loads ended(long took) {
        return new Loads(Math.max(0, inFlight - 1), most, ended + 1, nanos + took);
    }

    Loads failed() {
        return new Loads(Math.max(0, inFlight - 1), most, ended, nanos);
    }

    /** The same loads in flight, and no memory of others. */
    Loads anew() {
        return new Loads(inFlight, inFlight, 0, 0);
    }
}
