package cachescope.engine.strategy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the value of one field after the other where a parser of JSON stands. A complaint names the
 * source, the field, what was expected and what was found.
 */
final class FieldReader {
    private final String source;
    private final JsonParser parser;

    FieldReader(String source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /** Makes a value of a text. */
    @FunctionalInterface
    interface Form<T> {
        T of(String text) throws StrategyException;
    }

    boolean isAt(JsonToken token) {
        return parser.currentToken() == token;
    }

    /** Goes to the next token, and tells whether it is this one. */
    boolean goesTo(JsonToken token) {
        return parser.nextToken() == token;
    }

    void next() {
        var _ = parser.nextToken();
    }

    boolean isAtEnd() {
        return parser.currentToken() == null;
    }

    /** The name of the field that stands here. */
    String name() {
        return parser.currentName();
    }

    <T> T text(String field, String expected, Form<T> form) throws StrategyException {
        if (!isAt(JsonToken.VALUE_STRING)) {
            throw wrongType(field, expected + " as a text");
        }
        return formed(field, parser.getString(), form);
    }

    /** The value of a text that stands somewhere in a field. */
    <T> T formed(String field, String text, Form<T> form) throws StrategyException {
        try {
            return form.of(text);
        } catch (StrategyException wrong) {
            throw complaint("field '%s': %s".formatted(field, wrong.getMessage()));
        }
    }

    Duration duration(String field) throws StrategyException {
        return text(field, "a duration such as 60s", Durations::parse);
    }

    int integer(String field) throws StrategyException {
        return (int) whole(field, Integer.SIZE, "a whole number up to " + Integer.MAX_VALUE);
    }

    /** A whole number that fits into so many bits. */
    long whole(String field, int bits, String expected) throws StrategyException {
        if (!isAt(JsonToken.VALUE_NUMBER_INT) || parser.getBigIntegerValue().bitLength() >= bits) {
            throw wrongType(field, expected);
        }
        return parser.getLongValue();
    }

    double number(String field, String expected) throws StrategyException {
        if (!parser.currentToken().isNumeric()) {
            throw wrongType(field, expected);
        }
        return parser.getDoubleValue();
    }

    <T> List<T> list(String field, String expected, String item, Form<T> form)
            throws StrategyException {
        if (!isAt(JsonToken.START_ARRAY)) {
            throw wrongType(field, expected);
        }
        var list = new ArrayList<T>();
        while (!goesTo(JsonToken.END_ARRAY)) {
            list.add(text(field, item, form));
        }
        return list;
    }

    StrategyException wrongType(String field, String expected) {
        return complaint(
                "field '%s': expected %s, but found %s".formatted(field, expected, found()));
    }

    /** What stands here, in words. */
    String found() {
        return switch (parser.currentToken()) {
            case null -> "nothing";
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "the text " + Quoted.of(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    "the number " + Quoted.cut(parser.getString());
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> parser.getString();
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    "something else";
        };
    }

    StrategyException complaint(String what) {
        return new StrategyException("%s: %s.".formatted(source, what).replaceAll("\\?\\.$", "?"));
    }
}
