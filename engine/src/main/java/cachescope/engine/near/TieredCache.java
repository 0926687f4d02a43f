package cachescope.engine.near;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Glob;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Stamp;
import java.util.Optional;

/**
 * A node's near cache before the shared one: a look-up asks the near cache first and keeps there
 * what it then finds in the shared one. What is put, written and dropped reaches the shared cache
 * first and the near one second, whatever became of the first; so a reader who fetched the old copy
 * in between is found out by its stamp.
 *
 * <p>Blocks as the shared cache does; safe for use by many tasks at once.
 */
public final class TieredCache implements CacheStore {
    private final CacheStore near;
    private final CacheStore shared;
    private final Hearing hearing;
    private final boolean stamps;

    /**
     * {@code stamps} says whether a copy must not be kept that was overtaken while it was fetched.
     */
    public TieredCache(CacheStore near, CacheStore shared, Hearing hearing, boolean stamps) {
        this.near = near;
        this.shared = shared;
        this.hearing = hearing;
        this.stamps = stamps;
    }

    @Override
    public Optional<Entry> get(String key) throws CacheUnavailable {
        hearing.begin();
        var copy = near.get(key);
        if (copy.isPresent()) {
            return copy;
        }
        var placeholder = placeholder(key);
        var found = shared.get(key);
        if (found.isPresent()) {
            keep(key, found.get(), placeholder);
        }
        return found;
    }

    @Override
    public boolean put(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        var placeholder = placeholder(key);
        boolean taken = shared.put(key, entry, condition);
        if (taken) {
            keep(key, entry, placeholder);
        }
        return taken;
    }

    /** The near copy goes; the next look-up fetches what is in the shared cache then. */
    @Override
    public boolean write(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        try {
            return shared.write(key, entry, condition);
        } finally {
            near.invalidate(key, entry.version());
        }
    }

    @Override
    public Stamp stamp(String key) throws CacheUnavailable {
        return shared.stamp(key);
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        try {
            shared.invalidate(key, version);
        } finally {
            near.invalidate(key, version);
        }
    }

    @Override
    public void remove(String key) throws CacheUnavailable {
        try {
            shared.remove(key);
        } finally {
            near.remove(key);
        }
    }

    /** Returns how many the shared cache held. */
    @Override
    public long removeMatching(Glob glob) throws CacheUnavailable {
        try {
            return shared.removeMatching(glob);
        } finally {
            near.removeMatching(glob);
        }
    }

    private Stamp placeholder(String key) throws CacheUnavailable {
        return stamps ? near.stamp(key) : Stamp.NONE;
    }

    private void keep(String key, Entry entry, Stamp placeholder) throws CacheUnavailable {
        near.put(key, entry.stamped(placeholder), PutCondition.IF_NEWER);
    }
}
