package cachescope.engine.scenario;

import cachescope.engine.strategy.Durations;
import cachescope.engine.strategy.StrategyException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** The fields of one JSON object, of which each complaint says where it is. */
final class JsonFields {
    private final String place;
    private final JsonNode object;

    /**
     * {@code place} is what complaints begin with; throws if there is no object or an unknown
     * field.
     */
    JsonFields(String place, JsonNode object, List<String> known) throws ScenarioException {
        this.place = place;
        this.object = object;
        if (!object.isObject()) {
            throw complaint("expected an object");
        }
        for (var name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw complaint(
                        "unknown field '"
                                + name
                                + "', expected one of "
                                + String.join(", ", known));
            }
        }
    }

    boolean has(String field) {
        return object.has(field);
    }

    JsonNode node(String field) throws ScenarioException {
        var node = object.get(field);
        if (node == null) {
            throw complaint("expected a field '" + field + "', but there is none");
        }
        return node;
    }

    String text(String field) throws ScenarioException {
        var node = node(field);
        if (!node.isString() || node.stringValue().isBlank()) {
            throw wrong(field, "a text");
        }
        return node.stringValue();
    }

    Optional<String> optionalText(String field) throws ScenarioException {
        return has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    OptionalLong whole(String field) throws ScenarioException {
        if (!has(field)) {
            return OptionalLong.empty();
        }
        var node = node(field);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong(field, "a whole number");
        }
        return OptionalLong.of(node.longValue());
    }

    OptionalDouble number(String field) throws ScenarioException {
        if (!has(field)) {
            return OptionalDouble.empty();
        }
        if (!node(field).isNumber()) {
            throw wrong(field, "a number");
        }
        return OptionalDouble.of(node(field).doubleValue());
    }

    /** A length of time in nanoseconds. */
    OptionalLong time(String field) throws ScenarioException {
        if (!has(field)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Durations.parse(text(field)).toNanos());
        } catch (StrategyException noDuration) {
            throw complaint("field '" + field + "': " + noDuration.getMessage());
        }
    }

    ScenarioException wrong(String field, String expected) {
        return complaint("field '" + field + "': expected " + expected);
    }

    ScenarioException complaint(String what) {
        return new ScenarioException(place + ": " + what + (what.matches("(?s).*[.?]") ? "" : "."));
    }
}
