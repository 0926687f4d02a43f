package cachescope.engine.strategy;

import java.util.Arrays;

/** The patterns by the names that the command line and saved strategies use. */
public enum PatternName {
    CACHE_ASIDE("cache-aside"),
    READ_THROUGH("read-through"),
    WRITE_THROUGH("write-through"),
    WRITE_BEHIND("write-behind"),
    REFRESH_AHEAD("refresh-ahead"),
    NO_CACHE("no-cache");

    private final String label;

    PatternName(String label) {
        this.label = label;
    }

    /** The name in the command line and in JSON. */
    public String label() {
        return label;
    }

    /**
     * The pattern of a name, by which write-behind is also known as write-back; throws if there is
     * none.
     */
    public static PatternName of(String label) throws StrategyException {
        for (var name : values()) {
            if (name.label.equals(label) || (name == WRITE_BEHIND && label.equals("write-back"))) {
                return name;
            }
        }
        throw Labels.unknown(label, Arrays.stream(values()).map(PatternName::label).toList());
    }
}
