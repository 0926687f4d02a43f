package cachescope.engine.port;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A key as it is in a cache.
 *
 * @param name the key, without what the keys of all runs begin with
 * @param type what is under it, as Redis calls it: {@code string}, {@code hash}, {@code list}
 * @param parts a string as one; the values of a list, the members of a set, of a hash each field
 *     and its value after it. Of what is large the beginning
 * @param cut whether there is more than that
 * @param length the bytes of a string; of the others how many fields, values or members there are
 * @param timeToLive how long it still lives, in nanoseconds; empty if it does not expire
 * @param bytes the memory that it takes, or where the server does not tell the bytes of its value
 */
public record StoredKey(
        String name,
        String type,
        List<String> parts,
        boolean cut,
        long length,
        OptionalLong timeToLive,
        long bytes) {
    private static final Pattern ENTRY = Pattern.compile("^\\{\"version\":(\\d{1,18}),\"");

    public StoredKey {
        parts = List.copyOf(parts);
    }

    /** The version of an entry or of a tombstone; empty for anything else. */
    public OptionalLong version() {
        var entry = ENTRY.matcher(type.equals("string") ? String.join("", parts) : "");
        return entry.find()
                ? OptionalLong.of(Long.parseLong(entry.group(1)))
                : OptionalLong.empty();
    }
}
