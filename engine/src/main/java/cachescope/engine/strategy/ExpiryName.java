package cachescope.engine.strategy;

import java.util.Arrays;

/** The ways in which the time to live of an entry is chosen. */
public enum ExpiryName {
    /** The same for all. */
    FIXED("fixed"),
    /** A little longer or shorter for each, so that they do not end at once. */
    JITTERED("jittered"),
    /** Longer for keys that are read often. */
    ADAPTIVE("adaptive");

    private final String label;

    ExpiryName(String label) {
        this.label = label;
    }

    /** The name in the command line and in JSON. */
    public String label() {
        return label;
    }

    /** The expiry of a name; throws if there is none. */
    public static ExpiryName of(String label) throws StrategyException {
        for (var name : values()) {
            if (name.label.equals(label)) {
                return name;
            }
        }
        throw Labels.unknown(label, Arrays.stream(values()).map(ExpiryName::label).toList());
    }
}
