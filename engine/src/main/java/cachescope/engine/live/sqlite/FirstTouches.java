package cachescope.engine.live.sqlite;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The records of version 1 that were touched and are not in the table yet. Anybody may look;
 * whoever adds or takes away holds the writer's lock.
 */
final class FirstTouches {
    /** So many rows are inserted together. */
    static final int ROWS_MAX = 64;

    /** So many characters of keys and values are inserted together, even if the rows are fewer. */
    private static final long CHARACTERS_MAX = 1 << 20;

    private final Function<String, Optional<String>> baseline;
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private long characters;

    FirstTouches(Function<String, Optional<String>> baseline) {
        this.baseline = baseline;
    }

    /** The value of a record that was touched before. */
    Optional<String> seen(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a record that was there before the run; empty if it was not there. */
    Optional<String> original(String key) {
        return baseline.apply(key);
    }

    /**
     * Adds a record that is touched now; one that was touched before keeps its value, which is
     * returned.
     */
    String touch(String key, String original) {
        var before = values.putIfAbsent(key, original);
        characters += before == null ? key.length() + original.length() : 0;
        return before == null ? original : before;
    }

    boolean isFull() {
        return values.size() >= ROWS_MAX || characters >= CHARACTERS_MAX;
    }

    /** What is to be inserted. */
    Map<String, String> values() {
        return values;
    }

    /** Forgets a record whose key has a row by now. */
    void forget(String key) {
        var value = values.remove(key);
        characters -= value == null ? 0 : key.length() + value.length();
    }

    /** Forgets them all, now that they are inserted. */
    void clear() {
        values.clear();
        characters = 0;
    }
}
