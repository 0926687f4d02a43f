package cachescope.engine.strategy;

import java.util.Arrays;

/** The forms in which tags are kept. */
public enum TagForm {
    /** A version for each tag. */
    VERSIONS("versions"),
    /** A set of keys for each tag. */
    SETS("sets");

    private final String label;

    TagForm(String label) {
        this.label = label;
    }

    /** The name in the command line and in JSON. */
    public String label() {
        return label;
    }

    /** The form of a name; throws if there is none. */
    public static TagForm of(String label) throws StrategyException {
        for (var name : values()) {
            if (name.label.equals(label)) {
                return name;
            }
        }
        throw Labels.unknown(label, Arrays.stream(values()).map(TagForm::label).toList());
    }
}
