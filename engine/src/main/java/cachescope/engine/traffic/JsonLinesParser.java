package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.Excerpt;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads jsonl, one JSON object a line. Fields that it does not know are passed over, and named in a
 * remark. Blank lines hold nothing. A recording without any {@code at} is spaced evenly.
 */
final class JsonLinesParser implements LineParser {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final String EXAMPLE = "{\"at\":1.25,\"op\":\"READ\",\"key\":\"user:7\"}";
    private static final int MOST_UNKNOWN_FIELDS = 8;

    private final TimeAxis axis = TimeAxis.fromStart();
    private final EvenTimes evenTimes;
    private final Set<String> unknownFields = new LinkedHashSet<>();
    private @Nullable Boolean timed;

    JsonLinesParser(ReadingOptions options) {
        evenTimes = new EvenTimes(options.rate());
    }

    static boolean recognises(String firstLine) {
        return firstLine.stripLeading().startsWith("{");
    }

    @Override
    public void parse(String line, RequestSink requests) throws BadLine {
        if (line.isBlank()) {
            return;
        }
        try (var parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadLine(
                        "expected a JSON object such as "
                                + EXAMPLE
                                + ", found "
                                + Excerpt.of(line));
            }
            var fields = new Fields();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                fields.read(name, parser);
            }
            if (parser.nextToken() != null) {
                throw new BadLine(
                        "expected nothing after the JSON object, found more in column "
                                + parser.currentTokenLocation().getColumnNr());
            }
            requests.accept(fields.request());
        } catch (JacksonException malformed) {
            throw new BadLine(
                    "expected a JSON object such as "
                            + EXAMPLE
                            + ", found "
                            + Excerpt.of(line)
                            + " ("
                            + firstSentence(malformed.getOriginalMessage())
                            + ")");
        }
    }

    @Override
    public List<String> remarks() {
        return unknownFields.isEmpty()
                ? List.of()
                : List.of(
                        "Fields that are not part of the format were passed over: "
                                + String.join(", ", unknownFields)
                                + ".");
    }

    private static String firstSentence(String message) {
        var line = message.lines().findFirst().orElse("malformed");
        int end = line.indexOf(": ");
        return end > 0 ? line.substring(0, end) : line;
    }

    /** The fields of one line. */
    private final class Fields {
        private @Nullable BigDecimal at;
        private @Nullable Operation operation;
        private @Nullable String key;
        private long size = Request.UNKNOWN_SIZE;
        private @Nullable String client;
        private @Nullable Duration timeToLive;
        private List<String> tags = List.of();

        void read(String name, JsonParser parser) throws BadLine {
            boolean optional = !name.equals("op") && !name.equals("key");
            if (optional && parser.currentToken() == JsonToken.VALUE_NULL) {
                return;
            }
            switch (name) {
                case "at" -> at = number(name, parser);
                case "op" -> operation = operation(text(name, parser));
                case "key" -> key = Quantities.key(name, text(name, parser));
                case "size" -> size = Quantities.size(name, number(name, parser));
                case "client" -> client = text(name, parser);
                case "ttl" -> timeToLive = Quantities.timeToLive(name, number(name, parser));
                case "tags" -> tags = tags(parser);
                default -> passOver(name, parser);
            }
        }

        Request request() throws BadLine {
            if (operation == null) {
                throw new BadLine("op: expected READ, WRITE or DELETE, found no such field");
            }
            if (key == null) {
                throw new BadLine("key: expected a string, found no such field");
            }
            return new Request(time(), operation, key, size, client, timeToLive, tags);
        }

        private long time() throws BadLine {
            if (timed != null && timed != (at != null)) {
                throw new BadLine(
                        "at: expected on every line or on none, found the first such line to be otherwise");
            }
            long time =
                    at == null ? evenTimes.next() : axis.place("at", Quantities.offset("at", at));
            timed = at != null;
            return time;
        }

        private void passOver(String name, JsonParser parser) {
            parser.skipChildren();
            if (unknownFields.size() < MOST_UNKNOWN_FIELDS) {
                unknownFields.add(Excerpt.of(name));
            }
        }
    }

    private static Operation operation(String text) throws BadLine {
        return switch (text) {
            case "READ" -> Operation.READ;
            case "WRITE" -> Operation.WRITE;
            case "DELETE" -> Operation.DELETE;
            default -> throw BadLine.field("op", "READ, WRITE or DELETE", text);
        };
    }

    private static List<String> tags(JsonParser parser) throws BadLine {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw BadLine.field("tags", "an array of strings", parser.getString());
        }
        var tags = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (tags.size() == Request.MOST_TAGS) {
                throw new BadLine(
                        "tags: expected at most " + Request.MOST_TAGS + " of them, found more");
            }
            tags.add(text("tags", parser));
        }
        return tags;
    }

    private static BigDecimal number(String field, JsonParser parser) throws BadLine {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case null, default -> throw BadLine.field(field, "a number", parser.getString());
        };
    }

    private static String text(String field, JsonParser parser) throws BadLine {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw BadLine.field(field, "a string", parser.getString());
        }
        var text = parser.getString();
        if (hasLoneSurrogate(text)) {
            throw BadLine.field(field, "whole Unicode characters", text);
        }
        return text;
    }

    /**
     * Only an escape can bring half a character in; it has no place in a key of Redis, which is
     * UTF-8.
     */
    private static boolean hasLoneSurrogate(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                return text.codePoints()
                        .anyMatch(point ->
                                point >= Character.MIN_SURROGATE
                                        && point <= Character.MAX_SURROGATE);
            }
        }
        return false;
    }
}
