package cachescope.engine.projection.fanout;

import cachescope.engine.projection.fanout.Commits.Committed;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the text of a message says by itself: JSON with the two parts of a key and its version. */
final class MessageText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MessageText() {}

    /**
     * The one key that is meant; empty if the text means several, was cut, or is of another form.
     */
    static Optional<Committed> keyIn(String text) {
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        try {
            var json = JSON.readTree(text);
            var type = json.path("type").asStringOpt().orElse("");
            return json.path("id")
                    .asStringOpt()
                    .map(id -> type.isEmpty() ? id : type + ":" + id)
                    .map(key -> new Committed(key, json.path("version").asLong(0)));
        } catch (JacksonException cut) {
            return Optional.empty();
        }
    }
}
