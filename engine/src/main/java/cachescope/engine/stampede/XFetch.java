package cachescope.engine.stampede;

import cachescope.engine.port.Entry;
import java.util.function.DoubleSupplier;

/**
 * XFetch (Vattani, Chierichetti, Lowenstein, VLDB 2015): a reader is to load if {@code now - delta
 * * beta * ln(u) >= expiry}, where delta is how long the load of the entry took and u is drawn from
 * (0, 1]. So each reader moves the time on by its own exponential draw, and the loads that begin
 * before the first is over are e^(1/beta) on average, however many readers there are.
 */
final class XFetch implements EarlyDraw {
    private final double beta;
    private final DoubleSupplier uniform;

    /** {@code uniform} draws from [0, 1). */
    XFetch(double beta, DoubleSupplier uniform) {
        this.beta = beta;
        this.uniform = uniform;
    }

    @Override
    public boolean isDue(Entry entry, long now) {
        if (entry.expiresAt() == Entry.NEVER) {
            return false;
        }
        double u = 1 - uniform.getAsDouble();
        return now - entry.loadNanos() * beta * StrictMath.log(u) >= entry.expiresAt();
    }
}
