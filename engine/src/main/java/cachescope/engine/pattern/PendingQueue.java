package cachescope.engine.pattern;

import cachescope.engine.event.Cause;
import cachescope.engine.pattern.KeyWrites.Overtaken;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.Versioned;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The state of a write-behind queue: which writes of which keys are on their way, and which keys
 * wait, in the order in which they got something to flush. For use inside a monitor.
 */
final class PendingQueue {
    /** Of how many keys the version that was committed last is remembered. */
    static final int VERSIONS_MAX = 20_000;

    private final GivenVersions given;
    private final WriteBehindListener listener;
    private final LastVersions committed = new LastVersions(VERSIONS_MAX);
    private final ConcurrentMap<String, KeyWrites> byKey = new ConcurrentHashMap<>();
    private final Map<String, Long> waitingSince = new LinkedHashMap<>();
    private List<PendingWrite> flushing = List.of();
    private int arriving;
    private int pending;
    private long bytes;

    PendingQueue(GivenVersions given, WriteBehindListener listener) {
        this.given = given;
        this.listener = listener;
    }

    /** How many keys have a write on its way. */
    int keys() {
        return byKey.size();
    }

    boolean hasKey(String key) {
        return byKey.containsKey(key);
    }

    /** How many bytes the keys and values have of all writes that are on their way. */
    long bytes() {
        return bytes;
    }

    /** A version that none of those which were given exceeds. */
    long highestGiven() {
        return given.highest();
    }

    /** How many keys wait. */
    int waiting() {
        return waitingSince.size();
    }

    /** Whether some writes have arrived that are not acknowledged yet. */
    boolean hasArriving() {
        return arriving > 0;
    }

    /** Since when the first key in the queue waits, {@code now} if none does. */
    long waitingSince(long now) {
        return waitingSince.isEmpty() ? now : waitingSince.values().iterator().next();
    }

    /** Gives a write its version and shows it to readers. */
    PendingWrite arrive(String key, @Nullable String value, Cause cause) {
        var write = new PendingWrite(key, new Versioned(given.next(key), value), cause);
        byKey.computeIfAbsent(key, first -> new KeyWrites()).arrive(write);
        arriving++;
        bytes += write.bytes();
        return write;
    }

    /** Forgets a write that has arrived. */
    void leave(PendingWrite write) {
        arriving--;
        bytes -= write.bytes();
        writes(write.key()).leave();
        forgetIfEmpty(write.key());
    }

    /** Lets a write wait that has arrived. */
    void acknowledge(PendingWrite write, long now) {
        arriving--;
        var overtaken = writes(write.key()).acknowledge(write);
        enter(write.key(), overtaken, now);
        listener.acknowledged(write, pending);
        overtaken.ifPresent(this::coalesced);
        forgetIfEmpty(write.key());
    }

    /** Lets writes that were taken wait again, as if they were made now. */
    void requeue(List<PendingWrite> batch, long now) {
        for (var write : batch) {
            var versioned = new Versioned(given.next(write.key()), write.versioned().value());
            var again = new PendingWrite(write.key(), versioned, write.cause());
            bytes += again.bytes();
            var overtaken = writes(write.key()).replaceWaiting(again);
            enter(write.key(), overtaken, now);
            overtaken.ifPresent(this::coalesced);
        }
        endFlush(batch);
    }

    private void enter(String key, Optional<Overtaken> overtaken, long now) {
        pending += overtaken.isPresent() ? 0 : 1;
        if (writes(key).waiting().isPresent()) {
            waitingSince.putIfAbsent(key, now);
        }
    }

    private void coalesced(Overtaken overtaken) {
        bytes -= overtaken.write().bytes();
        listener.coalesced(overtaken.write(), overtaken.byVersion());
    }

    /** The newest write of a key that readers may see. Safe for use outside the monitor too. */
    Optional<PendingWrite> visible(String key) {
        var writes = byKey.get(key);
        return writes == null ? Optional.empty() : writes.visible();
    }

    /**
     * The newest version of a key that is on its way or was committed, as far as is remembered;
     * else 0.
     */
    long newestVersion(String key) {
        return Math.max(committed.of(key), visible(key).map(PendingWrite::version).orElse(0L));
    }

    /** Takes the writes of the first keys in the queue; they count as being flushed. */
    List<PendingWrite> take(int writesMax) {
        flushing = takeWaiting(writesMax);
        return flushing;
    }

    private List<PendingWrite> takeWaiting(int writesMax) {
        var keys = waitingSince.keySet().stream().limit(writesMax).toList();
        keys.forEach(waitingSince::remove);
        return keys.stream().map(key -> writes(key).flush()).toList();
    }

    /** Notes that writes which were taken are in the database. */
    void committed(List<PendingWrite> batch) {
        batch.forEach(write -> committed.note(write.key(), write.version()));
        endFlush(batch);
    }

    /** Hides from readers whatever waits of the keys of a batch. */
    void hideByKey(List<PendingWrite> batch) {
        batch.forEach(write -> writes(write.key()).hideWaiting());
    }

    /** Gives up writes that were taken. */
    void endFlush(List<PendingWrite> batch) {
        flushing = List.of();
        pending -= batch.size();
        batch.forEach(write -> bytes -= write.bytes());
        batch.forEach(write -> writes(write.key()).endFlush());
        batch.forEach(write -> forgetIfEmpty(write.key()));
    }

    /** Gives up all that is acknowledged: first what was taken, then what waits. */
    List<PendingWrite> drain() {
        var left =
                Stream.concat(flushing.stream(), takeWaiting(Integer.MAX_VALUE).stream()).toList();
        endFlush(left);
        return left;
    }

    private KeyWrites writes(String key) {
        return Objects.requireNonNull(byKey.get(key), key);
    }

    private void forgetIfEmpty(String key) {
        var writes = byKey.get(key);
        if (writes != null && writes.isEmpty()) {
            byKey.remove(key);
        }
    }
}
