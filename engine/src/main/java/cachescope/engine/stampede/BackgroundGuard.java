package cachescope.engine.stampede;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;
import java.util.Optional;

/**
 * A value past its expiry is served while one refresh of it runs in the background of the node. On
 * a true miss whoever misses loads.
 */
final class BackgroundGuard implements Guard {
    /** The most refreshes of a node that run at once. */
    private static final int REFRESHES_MAX = 64;

    private final Reloads reloads;
    private final BackgroundWork refreshes;

    BackgroundGuard(Reloads reloads, Tasks tasks) {
        this.reloads = reloads;
        this.refreshes = new BackgroundWork(tasks, "refresh", REFRESHES_MAX);
    }

    @Override
    public Versioned answer(String key, Optional<Entry> found, Filling filling)
            throws DatabaseUnavailable {
        if (found.isEmpty()) {
            return filling.load(key);
        }
        var entry = found.get();
        if (reloads.isExpired(entry)) {
            refreshes.start(key, () -> refresh(key, filling));
        }
        return reloads.serve(key, entry);
    }

    /** Looks once more before it loads: another refresh may have ended since the look-up. */
    private void refresh(String key, Filling filling) {
        try {
            var entry = filling.lookUp(key).filter(reloads::isExpired);
            if (entry.isPresent()) {
                reloads.reload(key, entry.get(), filling);
            }
        } catch (DatabaseUnavailable | CacheUnavailable failure) {
            return; // the entry stays as it is, and a later read asks again
        }
    }

    @Override
    public void close() throws InterruptedException {
        refreshes.close();
    }
}
