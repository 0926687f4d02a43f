package cachescope.engine.projection.stampede;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The loads in flight, by the numbers of their calls. */
final class OpenLoads {
    /** How many are known at once; who begins while there are so many is passed over. */
    static final int LOADS_MAX = 4_096;

    private final Map<Long, Load> open = new HashMap<>();

    /** A load of a key, and the round of the key in which it began. */
    record Load(String key, long round) {}

    OpenLoads copy() {
        var copy = new OpenLoads();
        copy.open.putAll(open);
        return copy;
    }

    void started(long call, String key, long round) {
        if (open.size() < LOADS_MAX) {
            open.put(call, new Load(key, round));
        }
    }

    Optional<Load> ended(long call) {
        return Optional.ofNullable(open.remove(call));
    }

    void clear() {
        open.clear();
    }
}
