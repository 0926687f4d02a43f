package cachescope.engine.pattern;

import cachescope.engine.port.Committed;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Knows which committed versions of a key were rejected while other writes of the key are under
 * way, so that none of them is put back.
 *
 * <p>Two writers of a key may fail at once. If the first commits version 2 and the second version
 * 3, then to undo 3 is to restore 2, although its writer was told that it is rejected. So whoever
 * undoes a write restores the newest version before it that was not rejected; and because a
 * restored value stands under a version of its own, the copies are known too: to reject 2 is to
 * reject its copy 4 as well. Safe for use by many tasks at once.
 */
final class RejectedWrites {
    /** How many versions of a key are remembered while writes of it are under way. */
    static final int VERSIONS_MAX = 1_000;

    private final Monitor monitor;
    private final Map<String, Writes> underWay = new HashMap<>();

    RejectedWrites(Tasks tasks) {
        this.monitor = tasks.monitor();
    }

    /**
     * The writes of one key that are under way: what each rejected version stood on, and where a
     * version was restored.
     */
    private static final class Writes {
        int writers;
        final Map<Long, Versioned> rejected = bounded();
        final Map<Long, Long> copies = bounded();

        /**
         * Rejects a version that stood on another, and all copies of it, as a copy may have been
         * restored meanwhile; returns the last of them.
         */
        long reject(long version, Versioned below) {
            long last = version;
            rejected.put(last, below);
            for (var copy = copies.get(last); copy != null; copy = copies.get(last)) {
                last = copy;
                rejected.put(last, below);
            }
            return last;
        }

        Versioned valid(Versioned version) {
            var valid = version;
            for (var below = rejected.get(valid.version());
                    below != null;
                    below = rejected.get(valid.version())) {
                valid = below;
            }
            return valid;
        }

        private static <V> Map<Long, V> bounded() {
            return new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
                    return size() > VERSIONS_MAX;
                }
            };
        }
    }

    /** Says that a write of a key begins. */
    void begin(String key) {
        monitor.inside(() -> ++writes(key).writers);
    }

    /** Says that a write of a key is over, undone or not. */
    void end(String key) {
        monitor.inside(() -> {
            var writes = writes(key);
            if (--writes.writers == 0) {
                underWay.remove(key);
            }
            return writes;
        });
    }

    /** Rejects a commit; returns it as it must be undone now. */
    Committed reject(Committed commit) {
        return monitor.inside(() -> {
            var writes = writes(commit.key());
            long version = writes.reject(commit.version(), commit.previous());
            return undo(commit, version, writes);
        });
    }

    /**
     * Notes that a version was restored under another; returns what must be undone next, if it was
     * rejected meanwhile.
     */
    Optional<Committed> restored(Versioned version, Committed as) {
        return monitor.inside(() -> {
            var writes = writes(as.key());
            writes.copies.put(version.version(), as.version());
            var below = writes.rejected.get(version.version());
            if (below == null) {
                return Optional.<Committed>empty();
            }
            return Optional.of(undo(as, writes.reject(as.version(), below), writes));
        });
    }

    private static Committed undo(Committed commit, long version, Writes writes) {
        return new Committed(commit.key(), version, commit.at(), writes.valid(commit.previous()));
    }

    private Writes writes(String key) {
        return underWay.computeIfAbsent(key, first -> new Writes());
    }
}
