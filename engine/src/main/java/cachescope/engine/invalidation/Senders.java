package cachescope.engine.invalidation;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers of the messages that were heard of each sender. Bounded: the sender heard longest ago
 * is forgotten first, and then taken for one not heard before. For one task at a time.
 */
final class Senders {
    static final int SENDERS_MAX = 1_000;

    private final Map<String, Long> last = new LinkedHashMap<>();

    /**
     * Notes a message and returns whether one before it may have been missed. A late one, which
     * others have overtaken, was counted as missed by then.
     */
    boolean misses(String from, long sequence) {
        long before = last.containsKey(from) ? last.remove(from) : 0;
        last.put(from, Math.max(before, sequence));
        if (last.size() > SENDERS_MAX) {
            last.remove(last.keySet().iterator().next());
        }
        return sequence > before + 1;
    }

    /** Forgets all: whatever was sent up to now is of no interest. */
    void clear() {
        last.clear();
    }
}
