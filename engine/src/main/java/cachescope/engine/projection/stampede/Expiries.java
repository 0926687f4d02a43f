package cachescope.engine.projection.stampede;

import java.util.ArrayList;
import java.util.List;

/**
 * The expiries of a key.
 *
 * @param loads how many loads they led to together
 * @param latest the last of them, the latest last
 */
public record Expiries(long count, long loads, List<Expiry> latest) {
    /** How many are held one by one; the older ones are only counted. */
    public static final int LATEST_MAX = 24;

    static final Expiries NONE = new Expiries(0, 0, List.of());

    public Expiries {
        latest = List.copyOf(latest);
    }

    /** How many loads an expiry led to in the mean; NaN before the first. */
    public double loadsPerExpiry() {
        return count == 0 ? Double.NaN : (double) loads / count;
    }

    Expiries with(Expiry expiry) {
        var all = new ArrayList<>(latest);
        all.add(expiry);
        if (all.size() > LATEST_MAX) {
            all.removeFirst();
        }
        return new Expiries(count + 1, loads + expiry.loads(), all);
    }
}
