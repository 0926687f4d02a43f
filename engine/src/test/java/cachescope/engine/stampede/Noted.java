package cachescope.engine.stampede;

import cachescope.engine.port.Entry;
import java.util.ArrayList;
import java.util.List;

/** A listener that writes down what it hears, in words. For one task at a time. */
final class Noted implements GuardListener {
    private final List<String> words = new ArrayList<>();

    /** What was heard since the last look. */
    List<String> words() {
        var heard = List.copyOf(words);
        words.clear();
        return heard;
    }

    @Override
    public void reloadStarted(String key) {
        words.add("early load of " + key);
    }

    @Override
    public void lateReloadStarted(String key) {
        words.add("late load of " + key);
    }

    @Override
    public void reloadEnded(String key, long startedAt, long version) {
        words.add("load of %s brought %d".formatted(key, version));
    }

    @Override
    public void graceServed(String key, Entry entry, long overdue) {
        words.add("%s%d served %d ms late".formatted(key, entry.version(), overdue / 1_000_000));
    }

    @Override
    public void waitStarted(String key, String reason) {
        words.add("wait: " + reason);
    }

    @Override
    public void waitEnded(String key, long startedAt, String reason) {
        words.add("end of the wait since %d ms".formatted(startedAt / 1_000_000));
    }

    @Override
    public void timedOut(String key, long startedAt) {
        words.add("gave up the wait since %d ms".formatted(startedAt / 1_000_000));
    }
}
