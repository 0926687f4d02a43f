package cachescope.engine.pattern;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Stamp;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;
import cachescope.engine.strategy.Strategy;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Loads what a cache does not have and offers it to the cache.
 *
 * <p>Between the load and the offer a write may come and go: the cache refuses what is older than
 * what it has, and after the offer there is a {@link SecondLook}.
 */
final class Fill {
    private final Loader loader;
    private final InvalidatingCache cache;
    private final Entries entries;
    private final Tasks tasks;
    private final PutCondition condition;
    private final SecondLook secondLook;

    /**
     * {@code newestWritten} gives the version of the last write of a key that is remembered, 0 if
     * none is.
     */
    Fill(
            Ports ports,
            InvalidatingCache cache,
            Entries entries,
            Strategy strategy,
            ToLongFunction<String> newestWritten) {
        this.loader = ports.loader();
        this.cache = cache;
        this.entries = entries;
        this.tasks = ports.tasks();
        this.condition = Checks.ofFill(strategy);
        this.secondLook = new SecondLook(cache, newestWritten, condition, strategy);
    }

    /** A fill that looks at what was written lately through its cache. */
    Fill(Ports ports, InvalidatingCache cache, Entries entries, Strategy strategy) {
        this(ports, cache, entries, strategy, cache::newestWritten);
    }

    /** Loads a key, and keeps what it finds if the cache can be reached. */
    Versioned load(String key) throws DatabaseUnavailable {
        var stamp = stamp(key);
        long startedAt = tasks.now();
        var record = loader.load(key);
        stamp.flatMap(before ->
                        entries.loaded(key, record, startedAt).map(entry -> entry.stamped(before)))
                .ifPresent(entry -> offer(key, entry));
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

    private void offer(String key, Entry entry) {
        if (mayTake(key, entry)) {
            secondLook.at(key, entry.version());
        }
    }

    /**
     * Offers an entry; where that fails the reader has its answer, and the next one loads again.
     */
    private boolean mayTake(String key, Entry entry) {
        try {
            return cache.put(key, entry, condition);
        } catch (CacheUnavailable lost) {
            return lost.outcomeUnknown();
        }
    }
}
