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
 * @param guarded whether the guard in force takes locks
 */
record Moment(
        long time, Optional<HotKey> key, List<Reader> readers, Expected expected, boolean guarded) {
    static final Moment EMPTY =
            new Moment(0, Optional.empty(), List.of(), new Expected(Double.NaN, ""), false);

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
        return key.flatMap(HotKey::lock).filter(lock -> lock.expiresAt() > time);
    }
}
