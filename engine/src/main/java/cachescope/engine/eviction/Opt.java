package cachescope.engine.eviction;

import java.util.Arrays;

/**
 * The clairvoyant optimum: the entry leaves whose next request is furthest away (Belady, "A Study
 * of Replacement Algorithms for a Virtual-Storage Computer", 1966). No policy that must take in
 * what is asked for hits more often. It needs to know all requests beforehand, of keys that are
 * numbered from 0 and weigh the same.
 *
 * <p>Nothing but the times of the next requests need be held: a request hits if its own time is one
 * of them. So a set of times that tells its largest one does all.
 */
public final class Opt {
    private static final int NEVER = Integer.MAX_VALUE;

    private final int[] next;

    /** Over these requests. */
    public Opt(int[] keys) {
        this.next = next(keys);
    }

    /** When the key of each request is asked for again. */
    private static int[] next(int[] keys) {
        var seenAt = new int[Arrays.stream(keys).max().orElse(0) + 1];
        Arrays.fill(seenAt, NEVER);
        var next = new int[keys.length];
        for (int time = keys.length - 1; time >= 0; time--) {
            next[time] = seenAt[keys[time]];
            seenAt[keys[time]] = time;
        }
        return next;
    }

    /** How many requests hit with a capacity of so many keys. */
    public long hits(int capacity) {
        Refusal.capacity(capacity);
        var held = new NumberSet(next.length);
        long hits = 0;
        int size = 0;
        int neverAgain = 0;
        for (int time = 0; time < next.length; time++) {
            if (held.remove(time)) {
                hits++;
            } else if (size < capacity) {
                size++;
            } else if (neverAgain > 0) {
                neverAgain--;
            } else {
                held.remove(held.largest());
            }
            if (next[time] == NEVER) {
                neverAgain++;
            } else {
                held.add(next[time]);
            }
        }
        return hits;
    }
}
