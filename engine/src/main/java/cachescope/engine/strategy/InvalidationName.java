package cachescope.engine.strategy;

import java.util.Arrays;

/** The ways in which copies learn of a write. */
public enum InvalidationName {
    /** They are not told, beside the shared copy that the pattern drops: they expire. */
    TTL("ttl"),
    /** By a message to all nodes. */
    EVENT("event"),
    /** By tags, whose versions are compared at each look-up. */
    TAG("tag"),
    /** By a version that is part of the key. */
    VERSION("version"),
    /** By Redis' own tracking of what its clients keep. */
    TRACKING("tracking");

    private final String label;

    InvalidationName(String label) {
        this.label = label;
    }

    /** The name in the command line and in JSON. */
    public String label() {
        return label;
    }

    /** The invalidation of a name; throws if there is none. */
    public static InvalidationName of(String label) throws StrategyException {
        for (var name : values()) {
            if (name.label.equals(label)) {
                return name;
            }
        }
        throw Labels.unknown(label, Arrays.stream(values()).map(InvalidationName::label).toList());
    }
}
