package cachescope.engine.strategy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the JSON form of one strategy, field by field, so that each complaint can say which field
 * it is about.
 */
final class StrategyReader {
    private static final JsonFactory JSON = new JsonFactory();

    private final String source;
    private final String text;
    private final Set<Setting> seen = EnumSet.noneOf(Setting.class);

    StrategyReader(String source, String text) {
        this.source = source;
        this.text = text;
    }

    Strategy read() throws StrategyException {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            return object(parser);
        } catch (JacksonException notJson) {
            throw new StrategyException(
                    "%s: expected JSON, but %s is not: %s."
                            .formatted(source, place(notJson.getLocation()), reason(notJson)),
                    notJson);
        }
    }

    /** What the parser says, without what it says of itself. */
    private static String reason(JacksonException notJson) {
        var message = notJson.getOriginalMessage();
        int end = message.indexOf(" (start marker");
        return end < 0 ? message : message.substring(0, end);
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null
                ? "this"
                : "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private Strategy object(JsonParser parser) throws StrategyException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw complaint(
                    "expected a JSON object with the fields of a strategy, but found "
                            + found(parser));
        }
        var strategy = Strategy.DEFAULT;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var setting = setting(parser.currentName());
            parser.nextToken();
            strategy = with(strategy, setting, parser);
        }
        if (parser.nextToken() != null) {
            throw complaint("expected the end after the JSON object, but found " + found(parser));
        }
        return strategy;
    }

    private Setting setting(String name) throws StrategyException {
        var setting = Setting.labelled(name);
        if (setting.isEmpty()) {
            var hint = Labels.hint(name, Setting.labels());
            throw complaint("unknown field %s%s".formatted(Quoted.of(name), hint));
        }
        if (!seen.add(setting.get())) {
            throw complaint("field '%s' is there twice".formatted(name));
        }
        return setting.get();
    }

    private Strategy with(Strategy strategy, Setting setting, JsonParser parser)
            throws StrategyException {
        var queue = strategy.writeQueue();
        return switch (setting) {
            case PATTERN ->
                    strategy.withPattern(named(setting, parser, "a pattern", PatternName::of));
            case TTL -> strategy.withTimeToLive(duration(setting, parser));
            case NEGATIVE_TTL -> strategy.withNegativeTimeToLive(duration(setting, parser));
            case ON_WRITE ->
                    strategy.withOnWrite(named(setting, parser, "delete or update", OnWrite::of));
            case REFRESH_AT -> strategy.withRefreshAt(share(setting, parser));
            case WRITE_DELAY -> strategy.withWriteQueue(queue.withDelay(duration(setting, parser)));
            case WRITE_BATCH -> strategy.withWriteQueue(queue.withBatch(number(setting, parser)));
            case WRITE_QUEUE ->
                    strategy.withWriteQueue(queue.withCapacity(number(setting, parser)));
            case WRITE_ATTEMPTS ->
                    strategy.withWriteQueue(queue.withAttempts(number(setting, parser)));
            case WRITE_BACKOFF ->
                    strategy.withWriteQueue(queue.withBackoff(duration(setting, parser)));
            case DATABASE_DELAY -> strategy.withDatabaseDelay(duration(setting, parser));
            case CONCURRENCY -> strategy.withConcurrency(number(setting, parser));
            case WITHOUT -> strategy.withWithout(fixes(setting, parser));
        };
    }

    /** Makes a value of a text. */
    @FunctionalInterface
    private interface Form<T> {
        T of(String text) throws StrategyException;
    }

    private <T> T named(Setting setting, JsonParser parser, String expected, Form<T> form)
            throws StrategyException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw wrongType(setting, expected + " as a text", parser);
        }
        try {
            return form.of(parser.getString());
        } catch (StrategyException wrong) {
            throw complaint("field '%s': %s".formatted(setting.label(), wrong.getMessage()));
        }
    }

    private Duration duration(Setting setting, JsonParser parser) throws StrategyException {
        return named(setting, parser, "a duration such as 60s", Durations::parse);
    }

    private int number(Setting setting, JsonParser parser) throws StrategyException {
        var expected = "a whole number up to " + Integer.MAX_VALUE;
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getBigIntegerValue().bitLength() >= Integer.SIZE) {
            throw wrongType(setting, expected, parser);
        }
        return parser.getIntValue();
    }

    private double share(Setting setting, JsonParser parser) throws StrategyException {
        if (!parser.currentToken().isNumeric()) {
            throw wrongType(setting, "a number between 0 and 1", parser);
        }
        return parser.getDoubleValue();
    }

    private Set<Fix> fixes(Setting setting, JsonParser parser) throws StrategyException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw wrongType(setting, "a list of the names of fixes", parser);
        }
        var fixes = EnumSet.noneOf(Fix.class);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            fixes.add(named(setting, parser, "a fix", Fix::of));
        }
        return fixes;
    }

    private StrategyException wrongType(Setting setting, String expected, JsonParser parser) {
        return complaint(
                "field '%s': expected %s, but found %s"
                        .formatted(setting.label(), expected, found(parser)));
    }

    private static String found(JsonParser parser) {
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

    private StrategyException complaint(String what) {
        return new StrategyException("%s: %s.".formatted(source, what).replaceAll("\\?\\.$", "?"));
    }
}
