package cachescope.engine.strategy;

import java.time.Duration;

/**
 * How loads are kept from coming all at once.
 *
 * @param beta of the two forms of XFetch: more is earlier
 * @param lockTime for how long a lock or a lease is taken
 * @param lockWait the longest wait for the load of another
 * @param onTimeout what happens then
 */
public record GuardPolicy(
        GuardName name,
        double beta,
        Duration lockTime,
        Duration lockWait,
        OnLockTimeout onTimeout) {
    public static final GuardPolicy DEFAULT =
            new GuardPolicy(
                    GuardName.NONE,
                    1.0,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(2),
                    OnLockTimeout.LOAD);

    public GuardPolicy withName(GuardName newName) {
        return new GuardPolicy(newName, beta, lockTime, lockWait, onTimeout);
    }

    public GuardPolicy withBeta(double newBeta) {
        return new GuardPolicy(name, newBeta, lockTime, lockWait, onTimeout);
    }

    public GuardPolicy withLockTime(Duration newLockTime) {
        return new GuardPolicy(name, beta, newLockTime, lockWait, onTimeout);
    }

    public GuardPolicy withLockWait(Duration newLockWait) {
        return new GuardPolicy(name, beta, lockTime, newLockWait, onTimeout);
    }

    public GuardPolicy withOnTimeout(OnLockTimeout newOnTimeout) {
        return new GuardPolicy(name, beta, lockTime, lockWait, newOnTimeout);
    }
}
