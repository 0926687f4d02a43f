package cachescope.engine.strategy;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.latency.Distribution;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.latency.Measured;
import java.util.ArrayList;
import java.util.EnumSet;
import tools.jackson.core.JsonToken;

/**
 * Reads the JSON form of a latency model: a latency for each tier, as it is written in the command
 * line, or the quantiles of what was measured. Tiers that are left out have their defaults.
 */
final class LatencyReader {
    private static final String FIELD = Setting.LATENCY.label();

    private final FieldReader fields;

    LatencyReader(FieldReader fields) {
        this.fields = fields;
    }

    LatencyModel read() throws StrategyException {
        if (!fields.isAt(JsonToken.START_OBJECT)) {
            throw fields.wrongType(FIELD, "an object with latencies of tiers");
        }
        var model = LatencyModel.DEFAULT;
        var read = EnumSet.noneOf(Tier.class);
        while (fields.goesTo(JsonToken.PROPERTY_NAME)) {
            var tier = fields.formed(FIELD, fields.name(), LatencyText::tier);
            if (!read.add(tier)) {
                throw fields.complaint("field '%s.%s' is there twice".formatted(FIELD, tier));
            }
            fields.next();
            model = model.with(tier, distribution(FIELD + "." + tier));
        }
        return model;
    }

    private Distribution distribution(String field) throws StrategyException {
        return fields.isAt(JsonToken.START_ARRAY)
                ? measured(field)
                : fields.text(field, LatencyText.EXPECTED, LatencyText::parse);
    }

    private Measured measured(String field) throws StrategyException {
        var quantiles = new ArrayList<Long>();
        while (!fields.goesTo(JsonToken.END_ARRAY)) {
            quantiles.add(fields.whole(field, Long.SIZE, "whole nanoseconds"));
        }
        try {
            return new Measured(quantiles);
        } catch (IllegalArgumentException wrong) {
            throw fields.complaint("field '%s': %s".formatted(field, wrong.getMessage()));
        }
    }
}
