package cachescope.engine.port;

import java.util.List;
import java.util.Optional;

/**
 * The system of record as the patterns see it. Calls block; safe for use by many tasks at once;
 * writes are serial.
 */
public interface RecordStore {

    /** The newest committed version of a key. */
    Versioned read(String key) throws DatabaseUnavailable;

    /** Commits a value under the key's next version. */
    Committed write(String key, String value) throws DatabaseUnavailable;

    /** Commits a tombstone under the key's next version. */
    Committed remove(String key) throws DatabaseUnavailable;

    /**
     * Takes a commit back: a new row is deleted, an old one put back, under a further version.
     * Empty, with nothing changed, if a later version was committed in the meantime.
     */
    Optional<Committed> undo(Committed commit) throws DatabaseUnavailable;

    /**
     * Commits a batch, at most one write a key, in one transaction: each write under the version it
     * brings, if that is greater than the row's; else it is passed over. Returns those that were
     * committed, in the order given.
     */
    List<Committed> writeAll(List<PendingWrite> batch) throws DatabaseUnavailable;

    /** A version that no record exceeds now. */
    long highestVersion() throws DatabaseUnavailable;
}
