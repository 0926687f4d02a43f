package cachescope.app.stampede;

import cachescope.engine.projection.stampede.HotKey;
import cachescope.engine.projection.stampede.KeyLock;
import cachescope.engine.projection.stampede.Reader;
import java.util.List;
import java.util.Optional;

/**
 * What the picture shows at a moment.
 *
 * @param readers who is busy with the key
 * @param locking what the guard in force takes
 */
record Moment(
        long time, Optional<HotKey> key, List<Reader> readers, Expected expected, Locking locking) {
    static final Moment EMPTY =
            new Moment(0, Optional.empty(), List.of(), new Expected(Double.NaN, ""), Locking.NONE);

    /** What a guard takes before it loads. */
    enum Locking {
        NONE,
        LOCK,
        /** Ends with the next change of the entry. */
        LEASE
    }

    List<Reader> asking() {
        return readers.stream()
                .filter(reader -> !reader.waits() && !reader.loads() && !reader.background())
                .toList();
    }

    List<Reader> waiting() {
        return readers.stream().filter(reader -> reader.waits() && !reader.loads()).toList();
    }

    List<Reader> loading() {
        return readers.stream().filter(Reader::loads).toList();
    }

    /** The lock that is held at the time. */
    Optional<KeyLock> lock() {
        return key.flatMap(HotKey::lock).filter(this::isHeld);
    }

    private boolean isHeld(KeyLock lock) {
        boolean ended = locking == Locking.LEASE && lock.changed();
        return lock.expiresAt() > time && !ended;
    }
}
