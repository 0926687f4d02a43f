package cachescope.engine.run;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Tasks;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was stored under the versions of keys, so that it can be told what is left behind
 * when a version moves on. One for all nodes of a run, and an observer: no node asks it. Bounded:
 * the key touched longest ago is forgotten first. Thread-safe.
 */
final class Orphans {
    static final int KEYS_MAX = 100_000;

    /** The most characters of all remembered keys together. */
    static final long CHARACTERS_MAX = 16L << 20;

    private final EventSink sink;
    private final Tasks tasks;
    private final Map<String, Known> keys = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    Orphans(EventSink sink, Tasks tasks) {
        this.sink = sink;
        this.tasks = tasks;
    }

    /** What is known of a key: the version in force, 0 if none was seen, and what is there. */
    private record Known(long inForce, @Nullable Stored stored) {}

    private record Stored(long underVersion, long version, long bytes, long expiresAt) {}

    /** An entry was stored under a version of its key. */
    void written(String node, String key, long underVersion, Entry entry) {
        var stored = new Stored(underVersion, entry.version(), bytes(entry), entry.expiresAt());
        if (isLate(key, stored)) {
            orphaned(node, key, stored);
        }
    }

    /** Whether the version has moved on since; what is not late is remembered. */
    private synchronized boolean isLate(String key, Stored stored) {
        var known = keys.get(key);
        boolean late = known != null && known.inForce != 0 && known.inForce != stored.underVersion;
        if (!late) {
            remember(key, new Known(known == null ? 0 : known.inForce, stored));
        }
        return late;
    }

    /** The version of a key has moved on. */
    void moved(String node, String key, long underVersion) {
        var left = move(key, underVersion);
        if (left != null && left.expiresAt > tasks.now()) {
            orphaned(node, key, left);
        }
    }

    private synchronized @Nullable Stored move(String key, long underVersion) {
        var known = keys.get(key);
        remember(key, new Known(underVersion, null));
        return known == null ? null : known.stored;
    }

    private void remember(String key, Known known) {
        characters += keys.put(key, known) == null ? key.length() : 0;
        while (keys.size() > KEYS_MAX || (characters > CHARACTERS_MAX && keys.size() > 1)) {
            var eldest = keys.keySet().iterator();
            characters -= eldest.next().length();
            eldest.remove();
        }
    }

    private void orphaned(String node, String key, Stored left) {
        long at = tasks.now();
        var cause = Caller.CURRENT.get().cause();
        sink.append(seq ->
                new Event.EntryOrphaned(
                        seq, at, cause, node, key, left.version, left.bytes, left.expiresAt));
    }

    /** As large as the request says, since simulated values are brief; else as large as it is. */
    private static long bytes(Entry entry) {
        var value = entry.versioned().value();
        long length = value == null ? 0 : value.length();
        return Math.max(length, value == null ? 0 : Caller.CURRENT.get().size());
    }
}
