package cachescope.engine.pattern;

import cachescope.engine.expiry.Expiry;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.Versioned;
import java.time.Duration;
import java.util.Optional;

/** Makes cache entries: how long a value lives, and whether and how long an absence does. */
final class Entries {
    private final Tasks tasks;
    private final Expiry ofValues;
    private final Expiry ofAbsence;
    private final boolean keepsAbsence;
    private final LoadTimes loadTimes;

    /**
     * {@code negativeTimeToLive} is that of an absence; zero means that absences are not cached.
     */
    Entries(Tasks tasks, Expiry ofValues, Duration negativeTimeToLive) {
        this.tasks = tasks;
        this.ofValues = ofValues;
        this.ofAbsence = new FixedExpiry(negativeTimeToLive);
        this.keepsAbsence = !negativeTimeToLive.isZero();
        this.loadTimes = new LoadTimes(tasks);
    }

    /**
     * An entry of what a load that began at {@code startedAt} has just brought; empty for an
     * absence that is not cached.
     */
    Optional<Entry> loaded(String key, Versioned record, long startedAt) {
        long now = tasks.now();
        loadTimes.note(key, now - startedAt);
        if (!record.isPresent() && !keepsAbsence) {
            return Optional.empty();
        }
        var expiry = record.isPresent() ? ofValues : ofAbsence;
        return Optional.of(
                new Entry(record, startedAt, expiry.expiresAt(key, now), now - startedAt));
    }

    /** An entry of a value that is being written; its load time is that of the key's last load. */
    Entry written(String key, Versioned value) {
        long now = tasks.now();
        return new Entry(value, now, ofValues.expiresAt(key, now), loadTimes.of(key));
    }
}
