package cachescope.engine.event;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads back what {@link EventLines} has written. For one thread at a time. */
final class EventLineReader {
    private static final String REQUEST = "request";
    private static final String TASK = "task";
    private static final String CAUSE = "cause";

    private final JsonMapper mapper =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    /**
     * What a line says is wrong with it; the message is the end of a sentence that names the line.
     */
    static final class BadLineException extends Exception {
        private static final long serialVersionUID = 1L;

        BadLineException(String message) {
            super(message);
        }

        BadLineException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Reads one line, without its end. */
    Event read(byte[] bytes, int from, int length) throws BadLineException {
        try (var parser = mapper.createParser(bytes, from, length)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT, "expected an object");
            long seq =
                    leading(parser, "seq", JsonToken.VALUE_NUMBER_INT) ? parser.getLongValue() : -1;
            expect(seq >= 0, "expected \"seq\" first, a whole number from 0");
            expect(
                    leading(parser, "type", JsonToken.VALUE_STRING),
                    "expected \"type\" after \"seq\", the name of an event");
            var name = parser.getString();
            var type = EventType.named(name);
            expect(type.isPresent(), "unknown type \"" + name + "\"");
            var event = event(parser, type.orElseThrow(), seq);
            expect(parser.nextToken() == null, "something follows the object");
            return event;
        } catch (JacksonException broken) {
            throw new BadLineException("not JSON: " + firstLine(broken), broken);
        }
    }

    private static boolean leading(JsonParser parser, String name, JsonToken value) {
        return name.equals(parser.nextName()) && parser.nextToken() == value;
    }

    private Event event(JsonParser parser, EventType type, long seq) throws BadLineException {
        var components = type.components();
        var values = new @Nullable Object[components.size()];
        var seen = new boolean[components.size()];
        values[0] = seq;
        seen[0] = true;
        var background = new BackgroundCause();
        int expected = 1;
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            int place = place(components, expected, name);
            if (place >= 0) {
                expect(!seen[place], "\"" + name + "\" stands there twice");
                values[place] = value(parser, components.get(place), name, background);
                seen[place] = true;
                expected = place + 1;
            } else {
                expect(name.equals(TASK) && hasCause(components), "unknown field \"" + name + "\"");
                expect(background.task == null, "\"task\" stands there twice");
                background.task = text(parser, name);
            }
        }
        expect(parser.currentToken() == JsonToken.END_OBJECT, "expected the end of the object");
        for (int i = 0; i < values.length; i++) {
            if (!seen[i]) {
                values[i] = absent(type, components.get(i));
            } else if (components.get(i).kind() == Component.Kind.CAUSE) {
                values[i] = background.orElse(values[i]);
            }
        }
        return type.make(values);
    }

    /** The component that a field belongs to; -1 if there is none. */
    private static int place(List<Component> components, int expected, String name) {
        for (int i = 0; i < components.size(); i++) {
            int place = (expected + i) % components.size();
            var component = components.get(place);
            boolean isCause = component.kind() == Component.Kind.CAUSE;
            if (component.name().equals(name) || (isCause && name.equals(REQUEST))) {
                return place;
            }
        }
        return -1;
    }

    private static boolean hasCause(List<Component> components) {
        return components.stream().anyMatch(component -> component.kind() == Component.Kind.CAUSE);
    }

    private static @Nullable Object absent(EventType type, Component component)
            throws BadLineException {
        if (!component.optional()) {
            var name =
                    component.kind() == Component.Kind.CAUSE
                            ? "request\" or \"cause"
                            : component.name();
            throw new BadLineException(type.name() + " lacks \"" + name + "\"");
        }
        return component.absent();
    }

    private Object value(
            JsonParser parser, Component component, String name, BackgroundCause background)
            throws BadLineException {
        return switch (component.kind()) {
            case LONG -> whole(parser, name);
            case INT -> small(parser, name);
            case BOOLEAN -> truth(parser, name);
            case DOUBLE -> {
                expect(parser.currentToken().isNumeric(), wrong(name, "a number"));
                yield parser.getDoubleValue();
            }
            case STRING -> text(parser, name);
            case STRINGS -> texts(parser, name);
            case ENUM -> constant(parser, component, name);
            case CAUSE -> {
                if (name.equals(REQUEST)) {
                    yield new Cause.Request(whole(parser, name));
                }
                background.requests = wholes(parser);
                yield background;
            }
            case JSON -> mapper.readTree(parser);
        };
    }

    private static long whole(JsonParser parser, String name) throws BadLineException {
        expect(
                parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER,
                wrong(name, "a whole number"));
        return parser.getLongValue();
    }

    private static int small(JsonParser parser, String name) throws BadLineException {
        long number = whole(parser, name);
        expect((int) number == number, wrong(name, "a whole number below 2^31"));
        return (int) number;
    }

    private static boolean truth(JsonParser parser, String name) throws BadLineException {
        expect(parser.currentToken().isBoolean(), wrong(name, "true or false"));
        return parser.getBooleanValue();
    }

    private static String text(JsonParser parser, String name) throws BadLineException {
        expect(parser.currentToken() == JsonToken.VALUE_STRING, wrong(name, "a string"));
        return parser.getString();
    }

    private static Object constant(JsonParser parser, Component component, String name)
            throws BadLineException {
        var text = text(parser, name);
        for (var constant : component.constants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new BadLineException(
                wrong(name, "one of " + component.constants()) + ", found \"" + text + "\"");
    }

    private static List<String> texts(JsonParser parser, String name) throws BadLineException {
        expect(parser.currentToken() == JsonToken.START_ARRAY, wrong(name, "a list of strings"));
        var found = new ArrayList<String>(1);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            found.add(text(parser, name));
        }
        return List.copyOf(found);
    }

    private static List<Long> wholes(JsonParser parser) throws BadLineException {
        expect(parser.currentToken() == JsonToken.START_ARRAY, wrong(CAUSE, "a list of requests"));
        var found = new ArrayList<Long>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            found.add(whole(parser, CAUSE));
        }
        return found;
    }

    private static String wrong(String name, String expected) {
        return "\"" + name + "\": expected " + expected;
    }

    private static void expect(boolean holds, String otherwise) throws BadLineException {
        if (!holds) {
            throw new BadLineException(otherwise);
        }
    }

    private static String firstLine(JacksonException broken) {
        var line = broken.getOriginalMessage().lines().findFirst().orElse("");
        int where = line.indexOf(" (start marker at");
        return where < 0 ? line : line.substring(0, where);
    }

    /** A cause in the background, of which a line has the two halves apart. */
    private static final class BackgroundCause {
        private @Nullable String task;
        private List<Long> requests = List.of();

        /**
         * The cause in the background, if that is what the line gave; else the request that it
         * gave.
         */
        @Nullable Object orElse(@Nullable Object given) throws BadLineException {
            var name = task;
            expect(
                    (given == this) == (name != null),
                    "expected \"task\" and \"cause\" together, or \"request\"");
            return name == null ? given : new Cause.Background(name, requests);
        }
    }
}
