package cachescope.engine.simulation;

import cachescope.engine.port.Glob;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.StoredKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The keys of a simulated Redis, as they are at the present of the run: those of all its parts, in
 * the order of their names, each with what it begins with in Redis. Never waits. Thread-safe.
 */
public final class SimulatedKeySpace implements KeySpace {
    private static final String AFTER = ">";
    private static final int SHORT_CHARACTERS = 256;
    private static final int SHORT_PARTS = 8;
    private static final int WHOLE_CHARACTERS = 64 << 10;
    private static final int WHOLE_PARTS = 1_000;

    private final Map<String, Holding> parts;

    private SimulatedKeySpace(Map<String, Holding> parts) {
        this.parts = parts;
    }

    /** The keys of these parts. */
    public static SimulatedKeySpace of(
            SimulatedCache entries,
            SimulatedLocks locks,
            SimulatedLeases leases,
            SimulatedMarks marks,
            SimulatedTagSets tags,
            SimulatedStructures structures) {
        var parts = new TreeMap<String, Holding>();
        parts.put("", entries);
        parts.put("lock:", locks);
        parts.put("lease:", leases);
        parts.put("mark:", marks);
        parts.put("tag:", tags);
        parts.put("structure:", structures);
        return new SimulatedKeySpace(parts);
    }

    @Override
    public String sizeWords() {
        return "The bytes of the key and its value; a real Redis takes more.";
    }

    /** A page begins after the name of the one before it, which its beginning holds. */
    @Override
    public Page page(Scope scope, Glob pattern, String from, int size) {
        if (size < 1 || !from.equals(START) && !from.startsWith(AFTER)) {
            throw new IllegalArgumentException(
                    "A page begins where one ended and has at least 1 key, not at %s with %s."
                            .formatted(from, size));
        }
        var after = from.equals(START) ? Optional.<String>empty() : Optional.of(from.substring(1));
        var page = new TreeMap<String, StoredKey>();
        var total = new AtomicLong();
        parts.forEach((beginning, part) ->
                part.each(held -> {
                    total.incrementAndGet();
                    var name = beginning + held.name();
                    boolean later = after.isEmpty() || name.compareTo(after.get()) > 0;
                    boolean fits = page.size() <= size || name.compareTo(page.lastKey()) < 0;
                    if (later && fits && pattern.matches(name)) {
                        page.put(name, held.told(name, SHORT_CHARACTERS, SHORT_PARTS));
                        if (page.size() > size + 1) {
                            page.pollLastEntry();
                        }
                    }
                }));
        boolean more = page.size() > size;
        if (more) {
            page.pollLastEntry();
        }
        return new Page(
                List.copyOf(page.values()), more ? AFTER + page.lastKey() : START, total.get());
    }

    @Override
    public Optional<StoredKey> read(Scope scope, String name) {
        var found = new TreeMap<String, StoredKey>();
        parts.forEach((beginning, part) -> {
            if (name.startsWith(beginning)) {
                part.each(held -> {
                    if (name.equals(beginning + held.name())) {
                        found.put(name, held.told(name, WHOLE_CHARACTERS, WHOLE_PARTS));
                    }
                });
            }
        });
        return Optional.ofNullable(found.get(name));
    }
}
