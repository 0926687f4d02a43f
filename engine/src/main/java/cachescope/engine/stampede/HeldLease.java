package cachescope.engine.stampede;

import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Versioned;
import java.util.Optional;

/**
 * The lease that the running task may fill by, if it has one. It travels in a {@link ScopedValue}
 * from the guard to the cache, so that a fill is the same with a lease and without. For one task.
 */
final class HeldLease {
    /** What one has who may not fill. */
    static final HeldLease NONE = new HeldLease("");

    private static final ScopedValue<HeldLease> CURRENT = ScopedValue.newInstance();

    private final String token;
    private boolean spent;

    HeldLease(String token) {
        this.token = token;
    }

    /** What the running task has; empty where it loads under no guard. */
    static Optional<HeldLease> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Loads so that this lease is used for the fill. */
    Versioned during(ScopedValue.CallableOp<Versioned, DatabaseUnavailable> load)
            throws DatabaseUnavailable {
        return ScopedValue.where(CURRENT, this).call(load);
    }

    String token() {
        return token;
    }

    /** Notes that an offer was answered, which has ended the lease. */
    void spend() {
        spent = true;
    }

    boolean isSpent() {
        return spent;
    }
}
