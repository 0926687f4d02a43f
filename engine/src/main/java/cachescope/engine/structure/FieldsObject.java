package cachescope.engine.structure;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Command;
import cachescope.engine.port.StructureStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object in a hash: one field is read or written without the rest, and all live for one time.
 * Calls block for one round trip; safe for use by many tasks at once.
 */
public final class FieldsObject {
    private final StructureStore store;
    private final String key;
    private final Duration timeToLive;

    public FieldsObject(StructureStore store, String key, Duration timeToLive) {
        this.store = store;
        this.key = key;
        this.timeToLive = timeToLive;
    }

    /** Sets the whole object, in one step: fields that it had before and has no more are gone. */
    public void put(Map<String, String> fields) throws CacheUnavailable {
        store.transaction(
                List.of(
                        new Command.Del(key),
                        new Command.HSet(key, fields),
                        new Command.Expire(key, timeToLive)));
    }

    /** One field; empty if the object has none of this name, or is not there. */
    public Optional<String> field(String field) throws CacheUnavailable {
        return store.send(new Command.HGet(key, field)).asText();
    }

    /**
     * Sets one field and leaves the object its time; returns false, and does nothing, if the object
     * is not there. A plain HSET would make a new one then, of this one field, that never expires.
     */
    public boolean set(String field, String value) throws CacheUnavailable {
        return store.send(new Command.HSetIfPresent(key, field, value)).asNumber() == 1;
    }

    /** All fields; none if the object is not there. */
    public Map<String, String> fields() throws CacheUnavailable {
        var flat = store.send(new Command.HGetAll(key)).asTexts();
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < flat.size(); i += 2) {
            fields.put(flat.get(i), flat.get(i + 1));
        }
        return fields;
    }
}
