package cachescope.engine.stampede;

import cachescope.engine.event.Event;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Caller;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Leases;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;
import java.time.Duration;
import java.util.Optional;

/**
 * Turns by leases: the token is needed for the fill and killed by the delete, so a reader who loads
 * too long, or whom a write has overtaken, fills nothing.
 */
final class LeaseTurns implements Turns {
    /** The most leases at once that are ended because it is not known whether they were given. */
    private static final int ENDINGS_MAX = 64;

    private final Leases leases;
    private final Tokens tokens;
    private final Duration time;
    private final BackgroundWork endings;

    LeaseTurns(Leases leases, Tokens tokens, Tasks tasks, Duration time) {
        this.leases = leases;
        this.tokens = tokens;
        this.time = time;
        this.endings = new BackgroundWork(tasks, "release", ENDINGS_MAX);
    }

    @Override
    public Optional<Turn> take(String key) throws CacheUnavailable {
        var token = tokens.next();
        try {
            return leases.take(key, token, time)
                    ? Optional.of(new LeaseTurn(key, new HeldLease(token)))
                    : Optional.empty();
        } catch (CacheUnavailable failure) {
            if (failure.outcomeUnknown()) {
                endings.start(key, () -> end(key, token));
            }
            throw failure;
        }
    }

    private void end(String key, String token) {
        try {
            leases.end(key, token);
        } catch (CacheUnavailable lost) {
            return; // if it was given it ends by itself
        }
    }

    /** Loads and fills nothing: there is no token. */
    @Override
    public Versioned without(ScopedValue.CallableOp<Versioned, DatabaseUnavailable> load)
            throws DatabaseUnavailable {
        return HeldLease.NONE.during(load);
    }

    @Override
    public String reason() {
        return Event.WaitStarted.LEASE_IS_HELD;
    }

    @Override
    public void close() throws InterruptedException {
        endings.close();
    }

    private final class LeaseTurn implements Turn {
        private final String key;
        private final HeldLease lease;

        LeaseTurn(String key, HeldLease lease) {
            this.key = key;
            this.lease = lease;
        }

        @Override
        public Versioned during(ScopedValue.CallableOp<Versioned, DatabaseUnavailable> load)
                throws DatabaseUnavailable {
            return lease.during(load);
        }

        @Override
        public void end() {
            if (!lease.isSpent() && !Caller.CURRENT.get().isKilled()) {
                LeaseTurns.this.end(key, lease.token());
            }
        }
    }
}
