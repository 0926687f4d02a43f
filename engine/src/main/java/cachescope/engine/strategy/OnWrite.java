package cachescope.engine.strategy;

import java.util.Arrays;

/** What cache-aside does to the cache after a write to the database. */
public enum OnWrite {
    /** Drop the cached copy. */
    DELETE("delete"),
    /** Set the new value. */
    UPDATE("update");

    private final String label;

    OnWrite(String label) {
        this.label = label;
    }

    /** The name in the command line and in JSON. */
    public String label() {
        return label;
    }

    /** The choice of a name; throws if there is none. */
    public static OnWrite of(String label) throws StrategyException {
        for (var choice : values()) {
            if (choice.label.equals(label)) {
                return choice;
            }
        }
        throw Labels.unknown(label, Arrays.stream(values()).map(OnWrite::label).toList());
    }
}
