package cachescope.engine.projection;

import java.util.Arrays;

/**
 * Finds eviction storms: stretches in which a cache lets many entries go in a short time. A storm
 * that goes on is one; the next can begin when evictions have become half as dense.
 */
final class EvictionStorm {
    /** How many evictions within {@link #WITHIN_NANOS} are a storm. */
    static final int EVICTIONS = 100;

    static final long WITHIN_NANOS = 1_000_000_000L;

    private static final long NEVER = Long.MIN_VALUE / 2;

    private final long[] times = new long[EVICTIONS];
    private int next;
    private boolean raging;

    EvictionStorm() {
        clear();
    }

    EvictionStorm copy() {
        var copy = new EvictionStorm();
        System.arraycopy(times, 0, copy.times, 0, EVICTIONS);
        copy.next = next;
        copy.raging = raging;
        return copy;
    }

    /** Takes in an eviction; whether a storm begins with it. */
    boolean begins(long at) {
        times[next] = at;
        next = (next + 1) % EVICTIONS;
        long span = at - times[next];
        boolean begins = !raging && span <= WITHIN_NANOS;
        raging = raging ? span <= 2 * WITHIN_NANOS : begins;
        return begins;
    }

    void clear() {
        Arrays.fill(times, NEVER);
        next = 0;
        raging = false;
    }
}
