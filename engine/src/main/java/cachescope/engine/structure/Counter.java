package cachescope.engine.structure;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Command;
import cachescope.engine.port.StructureStore;
import java.time.Duration;
import java.util.List;

/**
 * A counter in a string that begins anew when its time is over, as for page views of a day or the
 * requests of a client. However many count at once, each number is given once. Calls block for one
 * round trip; safe for use by many tasks at once.
 */
public final class Counter {
    private final StructureStore store;
    private final String key;
    private final Duration window;

    /** {@code window} runs from the first count. */
    public Counter(StructureStore store, String key, Duration window) {
        this.store = store;
        this.key = key;
        this.window = window;
    }

    /**
     * Counts, and returns the number. INCR leaves the key's time as it is, so what comes first is a
     * zero with a time, where there is nothing; in one step, or a counter whose time ends between
     * the two would stay for ever.
     */
    public long increment() throws CacheUnavailable {
        var replies =
                store.transaction(
                        List.of(
                                new Command.SetStringIfAbsent(key, "0", window),
                                new Command.Incr(key)));
        return replies.getLast().asNumber();
    }
}
