package cachescope.engine.invalidation;

import cachescope.engine.port.Caller;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tags of a key: those that the recording gives the line of this request, whatever it gives to
 * others of the same key; else what stands before the key's first colon, or the key itself where it
 * has none. Background work goes by the request that it was begun for.
 */
final class Tags {
    private Tags() {}

    static List<String> of(String key) {
        var recorded = Caller.CURRENT.isBound() ? Caller.CURRENT.get().tags() : List.<String>of();
        if (!recorded.isEmpty()) {
            return recorded.stream().distinct().toList();
        }
        int colon = key.indexOf(':');
        return List.of(colon > 0 ? key.substring(0, colon) : key);
    }

    /** The tags of a key and the key itself, each once. */
    static List<String> andKey(String key) {
        return Stream.concat(of(key).stream(), Stream.of(key)).distinct().toList();
    }
}
