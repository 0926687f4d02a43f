package cachescope.engine.strategy;

import java.util.Arrays;

/** The guards against a stampede of loads. */
public enum GuardName {
    /** Whoever misses loads. */
    NONE("none"),
    /** Who holds the lock of the key loads, the others wait. */
    LOCK("lock"),
    /** A reader may load before the expiry, the likelier the closer it is. */
    XFETCH("xfetch"),
    /** The form of it that is often taught. */
    TAUGHT_XFETCH("taught-xfetch"),
    /** An expired value is served while one load runs in the background. */
    BACKGROUND("background"),
    /** XFetch decides, the lock arbitrates. */
    LOCKED_XFETCH("locked-xfetch"),
    /** A token is given at the miss and needed for the fill. */
    LEASE("lease");

    private final String label;

    GuardName(String label) {
        this.label = label;
    }

    /** The name in the command line and in JSON. */
    public String label() {
        return label;
    }

    /** The guard of a name; throws if there is none. */
    public static GuardName of(String label) throws StrategyException {
        for (var name : values()) {
            if (name.label.equals(label)) {
                return name;
            }
        }
        throw Labels.unknown(label, Arrays.stream(values()).map(GuardName::label).toList());
    }
}
