package cachescope.engine.structure;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Command;
import cachescope.engine.port.StructureStore;
import java.time.Duration;
import java.util.List;

/**
 * The newest of something in a list, such as the newest 100 orders: it never gets longer, and goes
 * when nothing was added for a time. Calls block for one round trip; safe for use by many tasks at
 * once.
 */
public final class NewestList {
    private final StructureStore store;
    private final String key;
    private final int length;
    private final Duration timeToLive;

    /** {@code length} is how many are kept. */
    public NewestList(StructureStore store, String key, int length, Duration timeToLive) {
        this.store = store;
        this.key = key;
        this.length = length;
        this.timeToLive = timeToLive;
    }

    /** Puts one before the first. */
    public void add(String value) throws CacheUnavailable {
        addAll(List.of(value));
    }

    /** Puts some before the first, so that the last of them is the newest. */
    public void addAll(List<String> values) throws CacheUnavailable {
        store.transaction(
                List.of(
                        new Command.LPush(key, values),
                        new Command.LTrim(key, length),
                        new Command.Expire(key, timeToLive)));
    }

    /** The newest, at most so many, the newest first. */
    public List<String> newest(int count) throws CacheUnavailable {
        return store.send(new Command.LRange(key, count)).asTexts();
    }
}
