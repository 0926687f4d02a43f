package cachescope.engine.stampede;

import cachescope.engine.port.Entry;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;
import java.util.Optional;

/**
 * XFetch decides, the lock arbitrates: of the readers who draw an early load one makes it, and the
 * others serve what they have. On a true miss it is the lock guard.
 */
final class LockedXFetchGuard implements Guard {
    private final EarlyDraw draw;
    private final Turns locks;
    private final Guard onMiss;
    private final Reloads reloads;
    private final Tasks tasks;

    LockedXFetchGuard(EarlyDraw draw, Turns locks, Guard onMiss, Reloads reloads, Tasks tasks) {
        this.draw = draw;
        this.locks = locks;
        this.onMiss = onMiss;
        this.reloads = reloads;
        this.tasks = tasks;
    }

    @Override
    public Versioned answer(String key, Optional<Entry> found, Filling filling)
            throws TierUnavailable, InterruptedException {
        if (found.isEmpty()) {
            return onMiss.answer(key, found, filling);
        }
        var entry = found.get();
        if (!draw.isDue(entry, tasks.now())) {
            return reloads.serve(key, entry);
        }
        var turn = locks.take(key);
        return turn.isPresent()
                ? reload(turn.get(), key, entry, filling)
                : reloads.serve(key, entry);
    }

    /** Looks once more before it loads: another may have loaded since this reader's look-up. */
    private Versioned reload(Turns.Turn turn, String key, Entry entry, Filling filling)
            throws TierUnavailable, InterruptedException {
        try {
            var now = filling.lookUp(key);
            if (now.isPresent() && now.get().loadedAt() > entry.loadedAt()) {
                return reloads.serve(key, now.get());
            }
            return turn.during(() -> reloads.reloadOrServe(key, entry, filling));
        } finally {
            turn.end();
        }
    }

    @Override
    public void close() throws InterruptedException {
        onMiss.close();
    }
}
