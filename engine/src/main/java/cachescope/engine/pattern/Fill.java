package cachescope.engine.pattern;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Stamp;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;
import cachescope.engine.stampede.Filling;
import cachescope.engine.strategy.Strategy;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Loads what a cache does not have, or has for long, and offers it to the cache.
 *
 * <p>Between the load and the offer a write may come and go: the cache refuses what is older than
 * what it has, and after the offer there is a {@link SecondLook}. A reload only replaces what is
 * still there, so that it brings nothing back that was dropped meanwhile.
 */
final class Fill implements Filling {
    private final LookUp lookUp;
    private final Loader loader;
    private final InvalidatingCache cache;
    private final Entries entries;
    private final Tasks tasks;
    private final PutCondition condition;
    private final PutCondition reloadCondition;
    private final SecondLook secondLook;

    /** How a pattern looks up what it may serve. */
    @FunctionalInterface
    interface LookUp {
        Optional<Entry> of(String key) throws CacheUnavailable;
    }

    /**
     * {@code lookUp} is how its readers look keys up; {@code newestWritten} gives the version of
     * the last write of a key that is remembered, 0 if none is.
     */
    Fill(
            Ports ports,
            LookUp lookUp,
            InvalidatingCache cache,
            Entries entries,
            Strategy strategy,
            ToLongFunction<String> newestWritten) {
        this.lookUp = lookUp;
        this.loader = ports.loader();
        this.cache = cache;
        this.entries = entries;
        this.tasks = ports.tasks();
        this.condition = Checks.ofFill(strategy);
        this.reloadCondition = Checks.ofRefresh(strategy);
        this.secondLook = new SecondLook(cache, newestWritten, condition, strategy);
    }

    /** A fill that looks at what was written lately through its cache. */
    Fill(Ports ports, InvalidatingCache cache, Entries entries, Strategy strategy) {
        this(ports, cache::get, cache, entries, strategy, cache::newestWritten);
    }

    @Override
    public Optional<Entry> lookUp(String key) throws CacheUnavailable {
        return lookUp.of(key);
    }

    /** Loads a key, and keeps what it finds if the cache can be reached. */
    @Override
    public Versioned load(String key) throws DatabaseUnavailable {
        var stamp = stamp(key);
        long startedAt = tasks.now();
        var record = loader.load(key);
        var entry = entries.loaded(key, record, startedAt);
        if (entry.isPresent() && stamp.isPresent()) {
            offer(key, entry.get().stamped(stamp.get()));
        }
        return record;
    }

    /** What an entry is judged by; without it there is nothing that could be kept. */
    private Optional<Stamp> stamp(String key) {
        try {
            return Optional.of(cache.stamp(key));
        } catch (CacheUnavailable lost) {
            return Optional.empty();
        }
    }

    /** Loads a key, and replaces its entry if it has one and the cache can be reached. */
    @Override
    public Versioned reload(String key) throws DatabaseUnavailable {
        var stamp = stamp(key);
        long startedAt = tasks.now();
        var record = loader.load(key);
        var entry = entries.loaded(key, record, startedAt);
        if (entry.isPresent()) {
            stamp.ifPresent(before -> mayTake(key, entry.get().stamped(before), reloadCondition));
        } else {
            cache.invalidate(key, record.version());
        }
        return record;
    }

    private void offer(String key, Entry entry) {
        if (mayTake(key, entry, condition)) {
            secondLook.at(key, entry.version());
        }
    }

    /**
     * Offers an entry; where that fails the reader has its answer, and the next one loads again.
     */
    private boolean mayTake(String key, Entry entry, PutCondition when) {
        try {
            return cache.put(key, entry, when);
        } catch (CacheUnavailable lost) {
            return lost.outcomeUnknown();
        }
    }
}
