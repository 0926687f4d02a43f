package cachescope.engine.traffic;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.HashSet;
import java.util.Set;

/**
 * Counts different keys: exactly, by hashes of 128 bits, up to a limit; beyond it by an UltraLogLog
 * sketch (Ertl, VLDB 2024), whose standard error at this size is about 0.6 %.
 */
final class UniqueKeys {
    /** The most keys that are counted exactly; they take some 20 MB. */
    static final int MOST_COUNTED = 200_000;

    private static final int PRECISION = 14;
    private static final Hasher128 HASHER = Hashing.murmur3_128();

    private final int mostCounted;
    private final Set<HashValue128> counted = new HashSet<>();
    private final UltraLogLog sketch = UltraLogLog.create(PRECISION);
    private boolean estimated;

    UniqueKeys(int mostCounted) {
        this.mostCounted = mostCounted;
    }

    void add(String key) {
        var hash = HASHER.hashCharsTo128Bits(key);
        sketch.add(hash.getAsLong());
        if (!estimated && counted.add(hash) && counted.size() > mostCounted) {
            estimated = true;
            counted.clear();
        }
    }

    boolean estimated() {
        return estimated;
    }

    long count() {
        return estimated ? Math.round(sketch.getDistinctCountEstimate()) : counted.size();
    }
}
