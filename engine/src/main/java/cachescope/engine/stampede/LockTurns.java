package cachescope.engine.stampede;

import cachescope.engine.event.Event;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Caller;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Locks;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.Optional;

/**
 * Turns by locks: a lock is taken by a token of its own, renewed while its holder loads, and
 * released by comparing the token. It keeps most others away, not all: who loses it does not know,
 * and a fill is not fenced by it.
 */
final class LockTurns implements Turns {
    /** The most locks at once that are released because it is not known whether they were taken. */
    private static final int RELEASES_MAX = 64;

    private final Locks locks;
    private final Tokens tokens;
    private final Tasks tasks;
    private final Duration time;
    private final boolean renews;
    private final boolean compares;
    private final BackgroundWork releases;

    LockTurns(Locks locks, Tokens tokens, Tasks tasks, Strategy strategy) {
        this.locks = locks;
        this.tokens = tokens;
        this.tasks = tasks;
        this.time = strategy.guard().lockTime();
        this.renews = strategy.has(Fix.LOCK_RENEWAL);
        this.compares = strategy.has(Fix.COMPARE_AND_DELETE);
        this.releases = new BackgroundWork(tasks, "release", RELEASES_MAX);
    }

    @Override
    public Optional<Turn> take(String key) throws CacheUnavailable {
        var token = tokens.next();
        try {
            return locks.take(key, token, time)
                    ? Optional.of(new LockTurn(key, token))
                    : Optional.empty();
        } catch (CacheUnavailable failure) {
            if (failure.outcomeUnknown()) {
                releases.start(key, () -> releaseIfTaken(key, token));
            }
            throw failure;
        }
    }

    /** Nobody knows whether the lock is held by the token, so that alone may be compared. */
    private void releaseIfTaken(String key, String token) {
        try {
            locks.release(key, token);
        } catch (CacheUnavailable lost) {
            return; // if it is held it ends by itself
        }
    }

    @Override
    public Versioned without(ScopedValue.CallableOp<Versioned, DatabaseUnavailable> load)
            throws DatabaseUnavailable {
        return load.call();
    }

    @Override
    public String reason() {
        return Event.WaitStarted.LOCK_IS_HELD;
    }

    @Override
    public void close() throws InterruptedException {
        releases.close();
    }

    private final class LockTurn implements Turn {
        private final String key;
        private final String token;

        LockTurn(String key, String token) {
            this.key = key;
            this.token = token;
        }

        @Override
        public Versioned during(ScopedValue.CallableOp<Versioned, DatabaseUnavailable> load)
                throws DatabaseUnavailable, InterruptedException {
            if (!renews) {
                return load.call();
            }
            var renewal = new Renewal(locks, tasks, key, token, time);
            try {
                return load.call();
            } finally {
                renewal.end();
            }
        }

        @Override
        public void end() {
            if (Caller.CURRENT.get().isKilled()) {
                return; // the dead release nothing
            }
            try {
                if (compares) {
                    locks.release(key, token);
                } else {
                    locks.remove(key); // whoever holds it by now
                }
            } catch (CacheUnavailable lost) {
                return; // it ends by itself
            }
        }
    }
}
