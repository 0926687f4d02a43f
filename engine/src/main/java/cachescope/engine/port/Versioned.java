package cachescope.engine.port;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value as of a version. An absent one has no value: its version is that of the tombstone, or 0
 * if the key never existed.
 */
public record Versioned(long version, @Nullable String value) {

    /** A key that never existed. */
    public static final Versioned NEVER = new Versioned(0, null);

    public boolean isPresent() {
        return value != null;
    }

    /** The value; throws {@link NullPointerException} where it is absent. */
    public String orThrow() {
        return Objects.requireNonNull(value, "absent");
    }
}
