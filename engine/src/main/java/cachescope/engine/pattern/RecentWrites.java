package cachescope.engine.pattern;

import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;

/**
 * Remembers which versions were written lately: what a tombstone does for a cache, for as long as
 * the application lives and whatever the cache evicts. Bounded; safe for use by many tasks at once.
 */
final class RecentWrites {
    /** How many keys are remembered. */
    static final int KEYS_MAX = 20_000;

    private final Monitor monitor;
    private final LastVersions versions = new LastVersions(KEYS_MAX);

    RecentWrites(Tasks tasks) {
        this.monitor = tasks.monitor();
    }

    /** Notes a write, before its value is offered to the cache. */
    void note(String key, long version) {
        monitor.inside(() -> {
            versions.note(key, version);
            return version;
        });
    }

    /** The newest version of a key that is remembered; 0 if none is. */
    long newest(String key) {
        return monitor.inside(() -> versions.of(key));
    }
}
