package cachescope.engine.projection.stampede;

import java.util.ArrayList;
import java.util.List;

/**
 * The expiries of a key.
 *
 * @param loads how many loads they led to together
 * @param bare how long it took, together, from the first load until the next entry was there
 * @param latest the last of them, the latest last
 */
public record Expiries(long count, long loads, long bare, List<Expiry> latest) {
    /** How many are held one by one; the older ones are only counted. */
    public static final int LATEST_MAX = 24;

    static final Expiries NONE = new Expiries(0, 0, 0, List.of());

    public Expiries {
        latest = List.copyOf(latest);
    }

    /** How many loads an expiry led to in the mean; NaN before the first. */
    public double loadsPerExpiry() {
        return count == 0 ? Double.NaN : (double) loads / count;
    }

    /**
     * How long it took in the mean from the first load until the next entry was there: while that
     * lasts, whoever asks finds nothing. NaN before the first expiry.
     */
    public double meanBareNanos() {
        return count == 0 ? Double.NaN : (double) bare / count;
    }

    Expiries with(Expiry expiry) {
        var all = new ArrayList<>(latest);
        all.add(expiry);
        if (all.size() > LATEST_MAX) {
            all.removeFirst();
        }
        return new Expiries(count + 1, loads + expiry.loads(), bare + expiry.bare(), all);
    }
}
