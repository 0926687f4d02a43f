package cachescope.engine.stampede;

import cachescope.engine.port.Entry;
import java.util.function.DoubleSupplier;

/**
 * The form of XFetch that is often taught: before its expiry an entry is loaded with probability
 * {@code beta * exp(-remaining / delta)}. It is the same at a beta of 1 alone: here beta does not
 * make stampedes smaller.
 */
final class TaughtXFetch implements EarlyDraw {
    private final double beta;
    private final DoubleSupplier uniform;

    /** {@code uniform} draws from [0, 1). */
    TaughtXFetch(double beta, DoubleSupplier uniform) {
        this.beta = beta;
        this.uniform = uniform;
    }

    @Override
    public boolean isDue(Entry entry, long now) {
        if (now >= entry.expiresAt()) {
            return true;
        }
        if (entry.expiresAt() == Entry.NEVER || entry.loadNanos() <= 0) {
            return false;
        }
        double remaining = entry.expiresAt() - now;
        return uniform.getAsDouble() < beta * StrictMath.exp(-remaining / entry.loadNanos());
    }
}
