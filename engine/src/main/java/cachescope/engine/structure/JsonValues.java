package cachescope.engine.structure;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Command;
import cachescope.engine.port.Reply;
import cachescope.engine.port.StructureStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON values in strings, each of which lives for the same time: the plainest cache. Calls block
 * for one round trip, also for many keys; safe for use by many tasks at once.
 */
public final class JsonValues {
    private static final JsonMapper JSON = new JsonMapper();

    private final StructureStore store;
    private final Duration timeToLive;

    public JsonValues(StructureStore store, Duration timeToLive) {
        this.store = store;
        this.timeToLive = timeToLive;
    }

    /** Sets the value of a key. */
    public void put(String key, JsonNode value) throws CacheUnavailable {
        store.send(set(key, value));
    }

    /** The value of a key; empty if it has none or what it has is not JSON: load it then. */
    public Optional<JsonNode> get(String key) throws CacheUnavailable {
        return parsed(store.send(new Command.Get(key)));
    }

    /** Sets the values of many keys, one after another in one pipeline. */
    public void putAll(Map<String, JsonNode> values) throws CacheUnavailable {
        var commands = new ArrayList<Command>();
        values.forEach((key, value) -> commands.add(set(key, value)));
        store.pipeline(commands);
    }

    /** The values of many keys, in their order, from one pipeline. */
    public List<Optional<JsonNode>> getAll(List<String> keys) throws CacheUnavailable {
        var commands = keys.stream().<Command>map(Command.Get::new).toList();
        return store.pipeline(commands).stream().map(JsonValues::parsed).toList();
    }

    private Command set(String key, JsonNode value) {
        return new Command.SetString(key, value.toString(), timeToLive);
    }

    private static Optional<JsonNode> parsed(Reply reply) {
        try {
            return reply.asText().map(JSON::readTree);
        } catch (JacksonException foreign) {
            return Optional.empty();
        }
    }
}
