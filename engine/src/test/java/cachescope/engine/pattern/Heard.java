package cachescope.engine.pattern;

import cachescope.engine.port.Committed;
import cachescope.engine.port.PendingWrite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A listener that writes down what it hears, in words. For one task at a time. */
final class Heard implements WriteBehindListener {
    private final List<String> words = new ArrayList<>();

    /** What was heard since the last look. */
    List<String> words() {
        var heard = List.copyOf(words);
        words.clear();
        return heard;
    }

    @Override
    public void acknowledged(PendingWrite write, int pending) {
        words.add("acknowledged %s, %d pending".formatted(name(write), pending));
    }

    @Override
    public void coalesced(PendingWrite overtaken, long byVersion) {
        words.add("coalesced %s by %d".formatted(name(overtaken), byVersion));
    }

    @Override
    public void found(PendingWrite write) {
        words.add("found " + name(write));
    }

    @Override
    public void waitStarted(String key) {
        words.add("wait of " + key);
    }

    @Override
    public void waitEnded(String key, long startedAt) {
        words.add("end of the wait of %s since %d".formatted(key, startedAt));
    }

    @Override
    public void flushed(List<PendingWrite> batch, List<Committed> committed) {
        words.add("flushed %s, %d committed".formatted(names(batch), committed.size()));
    }

    @Override
    public void retried(List<PendingWrite> batch, int attempt, Duration backoff, String message) {
        words.add(
                "attempt %d of %s failed (%s), next in %d ms"
                        .formatted(attempt, names(batch), message, backoff.toMillis()));
    }

    @Override
    public void deadLettered(PendingWrite write, int attempts) {
        words.add("gave %s up after %d".formatted(name(write), attempts));
    }

    @Override
    public void lost(PendingWrite write) {
        words.add("lost " + name(write));
    }

    private static List<String> names(List<PendingWrite> writes) {
        return writes.stream().map(Heard::name).toList();
    }

    private static String name(PendingWrite write) {
        return write.key() + write.version();
    }
}
