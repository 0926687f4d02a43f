package cachescope.app.keyspace;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Glob;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.KeySpace.Scope;
import cachescope.engine.port.StoredKey;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was read of a key space at once.
 *
 * @param asked what for
 * @param keys by name
 * @param more whether there are more
 * @param total how many keys the database holds
 * @param opened the key that is opened, if it is there
 * @param failure why nothing could be read, in a sentence; empty if it could
 */
record KeyReading(
        Query asked,
        List<StoredKey> keys,
        boolean more,
        long total,
        Optional<StoredKey> opened,
        String failure) {
    /** About how many keys are on a page. */
    static final int PAGE = 50;

    /**
     * What to read.
     *
     * @param wanted at least so many keys, if there are
     * @param open the name of the key to read as a whole; empty for none
     */
    record Query(KeySpace keys, Scope scope, Glob pattern, int wanted, String open) {

        /** Reads page after page. Blocks. */
        KeyReading read() {
            try {
                var found = new TreeMap<String, StoredKey>();
                var from = KeySpace.START;
                long total = 0;
                int pagesMax = 2 * (wanted / PAGE) + 2;
                for (int pages = 0; pages < pagesMax && found.size() < wanted; pages++) {
                    var page = keys.page(scope, pattern, from, PAGE);
                    page.keys().forEach(key -> found.put(key.name(), key));
                    total = page.total();
                    from = page.next();
                    if (page.isLast()) {
                        break;
                    }
                }
                return new KeyReading(
                        this,
                        List.copyOf(found.values()),
                        !from.equals(KeySpace.START),
                        total,
                        open.isEmpty() ? Optional.empty() : keys.read(scope, open),
                        "");
            } catch (CacheUnavailable lost) {
                return failed(String.valueOf(lost.getMessage()));
            }
        }

        private KeyReading failed(String why) {
            return new KeyReading(this, List.of(), false, 0, Optional.empty(), why);
        }
    }
}
