package cachescope.engine.projection;

import cachescope.engine.event.Event;
import java.util.TreeMap;

/**
 * How much room the copies take up that can't be reached any more: each from when it is left behind
 * until it expires, to a tenth of a second. It does not know what a full cache evicts before.
 */
final class OrphanBytes {
    private static final long STEP_NANOS = 100_000_000;

    private final TreeMap<Long, Long> bytesByExpiry = new TreeMap<>();
    private long present;
    private long most;
    private long entries;

    void orphaned(Event.EntryOrphaned entry) {
        long step = entry.at() / STEP_NANOS;
        while (!bytesByExpiry.isEmpty() && bytesByExpiry.firstKey() <= step) {
            present -= bytesByExpiry.pollFirstEntry().getValue();
        }
        entries++;
        present += entry.bytes();
        most = Math.max(most, present);
        bytesByExpiry.merge(
                Math.max(step + 1, entry.expiresAt() / STEP_NANOS), entry.bytes(), Long::sum);
    }

    /** How many copies were left behind. */
    long entries() {
        return entries;
    }

    /** The most bytes that such copies took up at once. */
    long mostBytes() {
        return most;
    }
}
