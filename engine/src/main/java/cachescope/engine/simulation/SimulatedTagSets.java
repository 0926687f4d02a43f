package cachescope.engine.simulation;

import cachescope.engine.port.TagSets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Sets of keys in memory. Never unavailable, and never wait: decorators make it so. Thread-safe.
 */
public final class SimulatedTagSets implements TagSets, Holding {
    private final Map<String, Set<String>> sets = new LinkedHashMap<>();

    @Override
    public synchronized void add(String tag, String key) {
        sets.computeIfAbsent(tag, first -> new LinkedHashSet<>()).add(key);
    }

    @Override
    public synchronized List<String> members(String tag) {
        return List.copyOf(sets.getOrDefault(tag, Set.of()));
    }

    @Override
    public synchronized void each(Consumer<Held> look) {
        sets.forEach((tag, keys) ->
                look.accept(new Held(tag, () -> new Structure.Members(keys), NEVER)));
    }

    @Override
    public synchronized void remove(String tag) {
        sets.remove(tag);
    }
}
