package cachescope.engine.stampede;

import cachescope.engine.port.Entry;
import cachescope.engine.port.LockTimedOut;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.strategy.GuardPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * The guard by a lock or a lease: of those who miss a key one loads it, and the others look again
 * and again, for a bounded time, for what it brings. Who waits takes the turn of one who failed.
 */
final class OneLoader implements Guard {
    /** How long a reader waits before its second look; then twice as long each time. */
    static final Duration PAUSE_MIN = Duration.ofMillis(5);

    /** The longest time between two looks. */
    static final Duration PAUSE_MAX = Duration.ofMillis(100);

    private final Turns turns;
    private final Tasks tasks;
    private final GuardPolicy policy;
    private final GuardListener listener;

    OneLoader(Turns turns, Tasks tasks, GuardPolicy policy, GuardListener listener) {
        this.turns = turns;
        this.tasks = tasks;
        this.policy = policy;
        this.listener = listener;
    }

    @Override
    public Versioned answer(String key, Optional<Entry> found, Filling filling)
            throws TierUnavailable, InterruptedException {
        if (found.isPresent()) {
            return found.get().versioned();
        }
        var turn = turns.take(key);
        return turn.isPresent() ? load(turn.get(), key, filling) : await(key, filling);
    }

    @Override
    public void close() throws InterruptedException {
        turns.close();
    }

    /** Looks once more before it loads: another may have filled the cache since the miss. */
    private Versioned load(Turns.Turn turn, String key, Filling filling)
            throws TierUnavailable, InterruptedException {
        try {
            var found = filling.lookUp(key);
            return found.isPresent()
                    ? found.get().versioned()
                    : turn.during(() -> filling.load(key));
        } finally {
            turn.end();
        }
    }

    private Versioned await(String key, Filling filling)
            throws TierUnavailable, InterruptedException {
        long startedAt = tasks.now();
        var end = poll(key, filling, startedAt);
        if (end.found.isPresent()) {
            return end.found.get().versioned();
        }
        if (end.turn.isPresent()) {
            return load(end.turn.get(), key, filling);
        }
        listener.timedOut(key, startedAt);
        return switch (policy.onTimeout()) {
            case LOAD -> turns.without(() -> filling.load(key));
            case FAIL -> throw new LockTimedOut(key, policy.lockWait());
        };
    }

    /** What a wait ends with: the value, the turn, or neither. */
    private record End(Optional<Entry> found, Optional<Turns.Turn> turn) {}

    private End poll(String key, Filling filling, long startedAt)
            throws TierUnavailable, InterruptedException {
        listener.waitStarted(key, turns.reason());
        try {
            long deadline = startedAt + policy.lockWait().toNanos();
            long pause = PAUSE_MIN.toNanos();
            var end = new End(Optional.empty(), Optional.empty());
            for (long left = deadline - tasks.now();
                    left > 0 && end.found.isEmpty() && end.turn.isEmpty();
                    left = deadline - tasks.now()) {
                tasks.sleep(Duration.ofNanos(Math.min(pause, left)));
                pause = Math.min(2 * pause, PAUSE_MAX.toNanos());
                end = look(key, filling);
            }
            return end;
        } finally {
            listener.waitEnded(key, startedAt, turns.reason());
        }
    }

    private End look(String key, Filling filling) throws TierUnavailable {
        var found = filling.lookUp(key);
        return new End(found, found.isPresent() ? Optional.empty() : turns.take(key));
    }
}
