package cachescope.engine.stampede;

import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Versioned;
import java.util.Optional;

/** No guard: whoever misses loads. */
public final class NoGuard implements Guard {

    @Override
    public Versioned answer(String key, Optional<Entry> found, Filling filling)
            throws DatabaseUnavailable {
        return found.isPresent() ? found.get().versioned() : filling.load(key);
    }
}
