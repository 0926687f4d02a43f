package cachescope.engine.invalidation;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The message that a write has overtaken copies, as JSON: {@code
 * {"type":"user","id":"7","pattern":null,"sequence":3,"from":"app-1@0","version":2}}. It means one
 * key, by what stands before its first colon and after it, or all keys that a pattern means.
 *
 * @param type what stands before the key's first colon; empty where there is nothing
 * @param id the rest of the key; null for a pattern
 * @param pattern a glob; null for a key
 * @param sequence counts the messages of a sender from 1
 * @param from the sender, another one after each start of its node
 * @param version the version that overtook the copies; 0 for any
 */
record Announcement(
        String type,
        @Nullable String id,
        @Nullable String pattern,
        long sequence,
        String from,
        long version) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final char COLON = ':';

    /** A message about one key. */
    static Announcement ofKey(String key, long sequence, String from, long version) {
        int colon = key.indexOf(COLON);
        var type = colon < 0 ? "" : key.substring(0, colon);
        var id = type.isEmpty() ? key : key.substring(colon + 1);
        return new Announcement(type, id, null, sequence, from, version);
    }

    /** A message about all keys that a pattern means. */
    static Announcement ofPattern(String pattern, long sequence, String from) {
        return new Announcement("", null, pattern, sequence, from, 0);
    }

    /** The message that a text is; empty if it is none. */
    static Optional<Announcement> read(String text) {
        try {
            var json = JSON.readTree(text);
            var from = json.path("from").asStringOpt();
            var sequence = whole(json.path("sequence"));
            var id = json.path("id").asStringOpt();
            var pattern = json.path("pattern").asStringOpt();
            if (from.isEmpty() || sequence.isEmpty() || id.isPresent() == pattern.isPresent()) {
                return Optional.empty();
            }
            return Optional.of(
                    new Announcement(
                            json.path("type").asStringOpt().orElse(""),
                            id.orElse(null),
                            pattern.orElse(null),
                            sequence.getAsLong(),
                            from.get(),
                            whole(json.path("version")).orElse(0)));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    String text() {
        return JSON.createObjectNode()
                .put("type", type)
                .put("id", id)
                .put("pattern", pattern)
                .put("sequence", sequence)
                .put("from", from)
                .put("version", version)
                .toString();
    }

    /** The key that is meant; empty for a pattern. */
    Optional<String> key() {
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(type.isEmpty() ? id : type + COLON + id);
    }

    private static OptionalLong whole(JsonNode number) {
        return number.canConvertToExactIntegral() && number.canConvertToLong()
                ? OptionalLong.of(number.longValue())
                : OptionalLong.empty();
    }
}
