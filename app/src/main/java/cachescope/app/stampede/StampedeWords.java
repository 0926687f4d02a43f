package cachescope.app.stampede;

import cachescope.app.words.Counts;
import cachescope.app.words.NodeWords;
import cachescope.app.words.Times;
import cachescope.engine.projection.stampede.Expiries;
import cachescope.engine.projection.stampede.GuardCounts;
import cachescope.engine.projection.stampede.HotKey;
import cachescope.engine.projection.stampede.KeyLock;
import cachescope.engine.projection.stampede.SharedEntry;
import java.util.ArrayList;
import java.util.List;

/** The sentences of the stampede. */
final class StampedeWords {
    static final String EMPTY =
            "Nothing was loaded yet. Play traffic that reads one key often under a short TTL: when its entry expires, all who ask for it until it is loaded again load it too. A guard keeps them from it.";

    private StampedeWords() {}

    static String unknown(String key) {
        return "Nobody has asked for " + key + " by now, or too long ago to be remembered.";
    }

    static String measured(Expiries expiries) {
        return expiries.count() == 0
                ? "no expiry yet"
                : Expected.number(expiries.loadsPerExpiry())
                        + (expiries.count() == 1
                                ? " loads at 1 expiry"
                                : " loads an expiry, of " + Counts.whole(expiries.count()));
    }

    static String expected(Expected expected) {
        return expected.words() + " expected · " + expected.formula();
    }

    /** How the entry stands to its end. */
    static String life(SharedEntry entry, long time) {
        if (entry.expiresAt() == Long.MAX_VALUE) {
            return "never expires";
        }
        return entry.expiresAt() > time
                ? "expires in " + Times.length(entry.expiresAt() - time)
                : "expired " + Times.length(time - entry.expiresAt()) + " ago";
    }

    static String lock(KeyLock lock, long time) {
        return Times.roundLength(lock.expiresAt() - time) + " left";
    }

    /** What was measured of the key, and what the guard did. */
    static List<String> facts(HotKey key, long time) {
        var words = new ArrayList<String>();
        words.add(Expected.number(key.demand().perSecond(time)) + " reads a second (L)");
        words.add("a load takes " + Times.length(key.loads().meanNanos()) + " (d)");
        words.add("most at once " + key.loads().most());
        guard(key.guard(), words);
        return List.copyOf(words);
    }

    private static void guard(GuardCounts guard, List<String> words) {
        if (guard.refreshes() > 0) {
            words.add(Counts.of(guard.refreshes(), "early refresh", "early refreshes"));
        }
        if (guard.lateRefreshes() > 0) {
            words.add(Counts.of(guard.lateRefreshes(), "late refresh", "late refreshes"));
        }
        if (guard.graceServed() > 0) {
            words.add(Counts.whole(guard.graceServed()) + " served in grace");
        }
        if (guard.timedOut() > 0) {
            words.add(Counts.of(guard.timedOut(), "wait", "waits") + " given up");
        }
    }

    static String aloud(String key, Moment moment) {
        var entry =
                moment.key()
                        .flatMap(HotKey::entry)
                        .map(known -> life(known, moment.time()))
                        .orElse("is not in Redis");
        var lock =
                moment.lock()
                        .map(held -> " " + NodeWords.title(held.node()) + " holds its lock.")
                        .orElse("");
        return "%s %s. %s, %s, %s.%s"
                .formatted(
                        key,
                        entry,
                        Counts.of(moment.asking().size(), "reader asks", "readers ask"),
                        Counts.of(moment.waiting().size(), "waits", "wait"),
                        Counts.of(moment.loading().size(), "load in flight", "loads in flight"),
                        lock);
    }
}
