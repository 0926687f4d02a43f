package cachescope.engine.strategy;

import java.util.Arrays;

/** What a reader does who has waited long enough for the load of another. */
public enum OnLockTimeout {
    /** It loads without the lock. */
    LOAD("load"),
    /** It fails. */
    FAIL("fail");

    private final String label;

    OnLockTimeout(String label) {
        this.label = label;
    }

    /** The name in the command line and in JSON. */
    public String label() {
        return label;
    }

    /** The behaviour of a name; throws if there is none. */
    public static OnLockTimeout of(String label) throws StrategyException {
        for (var name : values()) {
            if (name.label.equals(label)) {
                return name;
            }
        }
        throw Labels.unknown(label, Arrays.stream(values()).map(OnLockTimeout::label).toList());
    }
}
