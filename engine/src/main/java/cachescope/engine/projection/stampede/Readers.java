package cachescope.engine.projection.stampede;

import cachescope.engine.event.Cause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is busy with a key at present, in the order in which they came. */
final class Readers {
    /** How many are known at once; who comes while there are so many is passed over. */
    static final int READERS_MAX = 4_096;

    private final Map<Cause, Reader> open = new LinkedHashMap<>();

    Readers copy() {
        var copy = new Readers();
        copy.open.putAll(open);
        return copy;
    }

    List<Reader> of(String key) {
        return open.values().stream().filter(reader -> reader.key().equals(key)).toList();
    }

    Optional<Reader> of(Cause cause) {
        return Optional.ofNullable(open.get(cause));
    }

    void put(Reader reader) {
        if (open.size() < READERS_MAX || open.containsKey(reader.cause())) {
            open.put(reader.cause(), reader);
        }
    }

    void remove(Cause cause) {
        open.remove(cause);
    }

    void clear() {
        open.clear();
    }
}
