package cachescope.engine.pattern;

import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers how long the last load of each key took, for entries that come of a write and not of a
 * load. Bounded: the key noted longest ago is forgotten first. Safe for use by many tasks at once.
 */
final class LoadTimes {
    /** How many keys are remembered. */
    static final int KEYS_MAX = 20_000;

    /** Longer keys are not remembered. */
    static final int KEY_LENGTH_MAX = 1_000;

    private final Monitor monitor;
    private final Map<String, Long> nanos = new LinkedHashMap<>();

    LoadTimes(Tasks tasks) {
        this.monitor = tasks.monitor();
    }

    void note(String key, long loadNanos) {
        if (key.length() <= KEY_LENGTH_MAX) {
            monitor.inside(() -> {
                nanos.remove(key);
                nanos.put(key, loadNanos);
                if (nanos.size() > KEYS_MAX) {
                    nanos.remove(nanos.keySet().iterator().next());
                }
                return key;
            });
        }
    }

    /** How long the last load of a key took; 0 if none is remembered. */
    long of(String key) {
        return monitor.inside(() -> nanos.getOrDefault(key, 0L));
    }
}
