package cachescope.engine.invalidation;

import cachescope.engine.port.Caller;
import java.util.List;

/**
 * The tags of a key: those that the recording gives the request; else what stands before the key's
 * first colon, or the key itself where it has none.
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
}
