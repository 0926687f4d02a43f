package cachescope.engine.expiry;

import java.time.Duration;

/** The same time to live for all keys; zero means for ever. */
public record FixedExpiry(Duration length) implements Expiry {

    /** Throws {@link IllegalArgumentException} if the length is negative. */
    public FixedExpiry {
        if (length.isNegative()) {
            throw new IllegalArgumentException("length must not be negative, but is " + length);
        }
    }

    @Override
    public Duration timeToLive(String key) {
        return length;
    }
}
