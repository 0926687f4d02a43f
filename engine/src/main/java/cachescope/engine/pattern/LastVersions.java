package cachescope.engine.pattern;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The newest versions of keys, as far as they are remembered: of so many keys, fewer where they are
 * long, the one noted longest ago forgotten first. For one task at a time.
 */
final class LastVersions {
    /** The most characters of all remembered keys together. */
    static final long CHARACTERS_MAX = 16L << 20;

    private final int keysMax;
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private long characters;
    private long highestForgotten;

    LastVersions(int keysMax) {
        this.keysMax = keysMax;
    }

    /** The version last noted for a key; 0 if none is remembered. */
    long of(String key) {
        return versions.getOrDefault(key, 0L);
    }

    /** Notes a version of a key, unless a greater one is remembered. */
    void note(String key, long version) {
        var last = versions.remove(key);
        versions.put(key, last == null ? version : Math.max(last, version));
        characters += last == null ? key.length() : 0;
        while (versions.size() > keysMax || characters > CHARACTERS_MAX) {
            forgetEldest();
        }
    }

    private void forgetEldest() {
        var entries = versions.entrySet().iterator();
        var eldest = entries.next();
        highestForgotten = Math.max(highestForgotten, eldest.getValue());
        characters -= eldest.getKey().length();
        entries.remove();
    }

    /** A version that none of the forgotten ones exceeds. */
    long highestForgotten() {
        return highestForgotten;
    }
}
