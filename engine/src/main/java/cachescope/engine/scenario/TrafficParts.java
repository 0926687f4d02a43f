package cachescope.engine.scenario;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.generator.Burst;
import cachescope.engine.traffic.generator.Keys;
import cachescope.engine.traffic.generator.Part;
import cachescope.engine.traffic.generator.Poisson;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads the made-up traffic of a scenario: a list of parts, each an object with one field that
 * names its kind.
 */
final class TrafficParts {
    /** The most parts of one traffic. */
    static final int PARTS_MAX = 100;

    private static final String POISSON = "poisson";
    private static final String BURST = "burst";

    private TrafficParts() {}

    static List<Part> read(String place, JsonNode list) throws ScenarioException {
        var parts = new ArrayList<Part>();
        for (var part : list) {
            var here = place + ", part " + (parts.size() + 1);
            parts.add(part(here, part));
        }
        if (parts.isEmpty() || parts.size() > PARTS_MAX) {
            throw new ScenarioException(
                    place
                            + ": expected 1 to "
                            + PARTS_MAX
                            + " parts, but found "
                            + parts.size()
                            + ".");
        }
        return parts;
    }

    private static Part part(String place, JsonNode node) throws ScenarioException {
        var kinds = new JsonFields(place, node, List.of(POISSON, BURST));
        if (kinds.has(POISSON) == kinds.has(BURST)) {
            throw kinds.complaint("expected either '" + POISSON + "' or '" + BURST + "'");
        }
        try {
            return kinds.has(POISSON)
                    ? poisson(place, kinds.node(POISSON))
                    : burst(place, kinds.node(BURST));
        } catch (IllegalArgumentException outOfBounds) {
            throw kinds.complaint(String.valueOf(outOfBounds.getMessage()));
        }
    }

    private static Part poisson(String place, JsonNode node) throws ScenarioException {
        var fields =
                new JsonFields(
                        place,
                        node,
                        List.of("key", "keys", "skew", "perSecond", "from", "to", "writes"));
        return new Poisson(
                keys(fields),
                fields.number("skew").orElse(1),
                fields.number("perSecond").orElseThrow(() -> fields.wrong("perSecond", "a number")),
                fields.time("from").orElse(0),
                fields.time("to").orElseThrow(() -> fields.wrong("to", "a time such as 60s")),
                fields.number("writes").orElse(0));
    }

    private static Part burst(String place, JsonNode node) throws ScenarioException {
        var fields =
                new JsonFields(place, node, List.of("key", "keys", "op", "count", "at", "within"));
        return new Burst(
                keys(fields),
                operation(fields),
                small(fields, "count"),
                fields.time("at").orElse(0),
                fields.time("within").orElse(0));
    }

    private static Keys keys(JsonFields fields) throws ScenarioException {
        return new Keys(fields.text("key"), small(fields, "keys"));
    }

    private static int small(JsonFields fields, String field) throws ScenarioException {
        long number = fields.whole(field).orElse(1);
        if (number != (int) number) {
            throw fields.wrong(field, "a whole number of at most " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    private static Operation operation(JsonFields fields) throws ScenarioException {
        var name = fields.optionalText("op").orElse(Operation.READ.name());
        for (var operation : Operation.values()) {
            if (operation.name().equals(name)) {
                return operation;
            }
        }
        throw fields.wrong("op", "READ, WRITE or DELETE");
    }
}
