package cachescope.engine.port;

import java.util.List;
import java.util.Optional;

/**
 * The keys that are in a cache now, for who looks on: looking is no use of a key, and is not on the
 * log. Calls block for a few round trips, and never for long, however many keys there are; safe for
 * use by many tasks at once.
 */
public interface KeySpace {
    /** Where the first page begins, and what follows the last one. */
    String START = "0";

    /** What {@link StoredKey#bytes} counts, in a few words. */
    String sizeWords();

    /** Which keys are meant. */
    enum Scope {
        /** Those of the run, by names without what they all begin with. */
        RUN,
        /** All that the server has in this database, by their whole names. */
        ALL
    }

    /**
     * Some keys.
     *
     * @param keys by name; a key that is there all the time is on one page at least
     * @param next where the next page begins; {@link #START} after the last one
     * @param total how many keys the database holds, of this run and of others
     */
    record Page(List<StoredKey> keys, String next, long total) {
        public Page {
            keys = List.copyOf(keys);
        }

        public boolean isLast() {
            return next.equals(START);
        }
    }

    /**
     * The keys that a pattern means, a page of them: about {@code size}, perhaps fewer or none
     * though there are more.
     */
    Page page(Scope scope, Glob pattern, String from, int size) throws CacheUnavailable;

    /** One key with more of its value; empty if it is there no more. */
    Optional<StoredKey> read(Scope scope, String name) throws CacheUnavailable;
}
