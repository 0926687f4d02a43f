package cachescope.engine.pattern;

import cachescope.engine.expiry.Expiry;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;
import java.util.function.Function;

/**
 * The decorator form of cache-aside: any function, wrapped so that its results are kept for a time
 * under a key that is made of its argument. While the cache is lost the function is called each
 * time.
 *
 * <p>Results have no versions, so the time at which a computation began stands for one: a result
 * that was begun before the latest {@link #forget} is returned to its caller but not kept. Callers
 * that miss at once compute at once. Blocks as its function does; safe for use by many tasks at
 * once if the function is.
 *
 * @param <A> the function's argument
 * @param <R> its result, which is never null
 * @param <X> what it throws, which is passed on
 */
public final class Cached<A, R, X extends Exception> {
    private final CacheStore cache;
    private final Tasks tasks;
    private final Function<A, String> key;
    private final Expiry expiry;
    private final Text<R> text;
    private final Call<A, R, X> function;

    /** What is wrapped, and what comes of it. */
    @FunctionalInterface
    public interface Call<A, R, X extends Exception> {
        R apply(A argument) throws X;
    }

    /** How results are written into a cache and read from it. */
    public record Text<R>(Function<R, String> write, Function<String, R> read) {
        /** Results that are text already. */
        public static final Text<String> PLAIN =
                new Text<>(Function.identity(), Function.identity());
    }

    public Cached(
            CacheStore cache,
            Tasks tasks,
            Function<A, String> key,
            Expiry expiry,
            Text<R> text,
            Call<A, R, X> function) {
        this.cache = cache;
        this.tasks = tasks;
        this.key = key;
        this.expiry = expiry;
        this.text = text;
        this.function = function;
    }

    /** The result for an argument: the one that is kept, or the function's. */
    public R apply(A argument) throws X {
        var name = key.apply(argument);
        try {
            var cached = cache.get(name);
            if (cached.isPresent()) {
                return text.read.apply(cached.get().versioned().orThrow());
            }
        } catch (CacheUnavailable lost) {
            return function.apply(argument);
        }
        long startedAt = tasks.now();
        var result = function.apply(argument);
        keep(name, result, startedAt);
        return result;
    }

    /** Drops the result for an argument, so that the next call computes it again. */
    public void forget(A argument) throws CacheUnavailable {
        cache.invalidate(key.apply(argument), version(tasks.now()) + 1);
    }

    /** The version of a result whose computation began then; versions start at 1. */
    private static long version(long startedAt) {
        return startedAt + 1;
    }

    private void keep(String name, R result, long startedAt) {
        long now = tasks.now();
        var versioned = new Versioned(version(startedAt), text.write.apply(result));
        var entry = new Entry(versioned, startedAt, expiry.expiresAt(name, now), now - startedAt);
        try {
            cache.put(name, entry, PutCondition.IF_NEWER);
        } catch (CacheUnavailable lost) {
            return; // the caller has its result, and the next one computes again
        }
    }
}
