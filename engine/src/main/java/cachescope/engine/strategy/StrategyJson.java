package cachescope.engine.strategy;

import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.latency.Measured;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of a strategy: one flat object whose fields are named like the options of the
 * command line, durations written as there; the latencies are an object in it. A field that is left
 * out has its default.
 */
public final class StrategyJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private StrategyJson() {}

    /** A strategy as a tree, with all fields, in the order of {@link Setting}. */
    public static ObjectNode tree(Strategy strategy) {
        var tree = MAPPER.createObjectNode();
        for (var setting : Setting.values()) {
            put(tree, setting, strategy);
        }
        return tree;
    }

    private static void put(ObjectNode tree, Setting setting, Strategy strategy) {
        var queue = strategy.writeQueue();
        switch (setting) {
            case PATTERN,
                    TTL,
                    NEGATIVE_TTL,
                    EXPIRY,
                    ADAPTIVE,
                    INVALIDATION,
                    TAGS,
                    GUARD,
                    LOCK_TTL,
                    LOCK_WAIT,
                    ON_LOCK_TIMEOUT,
                    BALANCER,
                    NEAR_TTL,
                    EVICTION,
                    ON_WRITE,
                    WRITE_DELAY,
                    WRITE_BACKOFF,
                    DATABASE_DELAY ->
                    tree.put(setting.label(), setting.text(strategy));
            case JITTER -> tree.put(setting.label(), strategy.expiry().jitter());
            case BETA -> tree.put(setting.label(), strategy.guard().beta());
            case NODES -> tree.put(setting.label(), strategy.cluster().nodes());
            case NEAR_CACHE -> tree.put(setting.label(), strategy.cluster().nearCapacity());
            case REFRESH_AT -> tree.put(setting.label(), strategy.refreshAt());
            case WRITE_BATCH -> tree.put(setting.label(), queue.batch());
            case WRITE_QUEUE -> tree.put(setting.label(), queue.capacity());
            case WRITE_ATTEMPTS -> tree.put(setting.label(), queue.attempts());
            case CONCURRENCY -> tree.put(setting.label(), strategy.concurrency());
            case WITHOUT -> {
                var fixes = tree.putArray(setting.label());
                strategy.without().forEach(fix -> fixes.add(fix.label()));
            }
            case CACHE_CAPACITY -> tree.put(setting.label(), strategy.conditions().cacheCapacity());
            case LATENCY -> put(tree.putObject(setting.label()), strategy.conditions().latency());
            case FAULTS -> {
                var faults = tree.putArray(setting.label());
                strategy.conditions().faults().forEach(rule -> faults.add(FaultText.print(rule)));
            }
        }
    }

    /** A latency as it is written in the command line; what was measured as its quantiles. */
    private static void put(ObjectNode tree, LatencyModel model) {
        for (var tier : LatencyModel.TIERS) {
            if (model.of(tier) instanceof Measured measured) {
                var quantiles = tree.putArray(tier.name());
                measured.quantiles().forEach(quantiles::add);
            } else {
                tree.put(tier.name(), LatencyText.print(model.of(tier)));
            }
        }
    }

    /** A strategy as text, to be read by people too. */
    public static String write(Strategy strategy) {
        return MAPPER.writeValueAsString(tree(strategy)) + "\n";
    }

    /**
     * Reads a strategy; {@code source} is what messages call the text, such as a file's name.
     * Throws if it is not one JSON object with known fields of the right types, none twice. Whether
     * the strategy makes sense is another question.
     */
    public static Strategy read(String source, String text) throws StrategyException {
        return new StrategyReader(source, text).read();
    }
}
