package cachescope.engine.stampede;

import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;
import java.util.Optional;

/**
 * Early loads by chance: each reader draws whether it loads the key before its entry expires, the
 * likelier the closer that is, and waits for its own load. Past the expiry everyone does.
 */
final class XFetchGuard implements Guard {
    private final EarlyDraw draw;
    private final Reloads reloads;
    private final Tasks tasks;

    XFetchGuard(EarlyDraw draw, Reloads reloads, Tasks tasks) {
        this.draw = draw;
        this.reloads = reloads;
        this.tasks = tasks;
    }

    @Override
    public Versioned answer(String key, Optional<Entry> found, Filling filling)
            throws DatabaseUnavailable {
        if (found.isEmpty()) {
            return filling.load(key);
        }
        var entry = found.get();
        return draw.isDue(entry, tasks.now())
                ? reloads.reloadOrServe(key, entry, filling)
                : reloads.serve(key, entry);
    }
}
