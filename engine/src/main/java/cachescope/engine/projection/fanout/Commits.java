package cachescope.engine.projection.fanout;

import cachescope.engine.event.Cause;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was lately committed on whose behalf, so that a message of which the text names no key can
 * be told by the write that led to it.
 */
final class Commits {
    /** How many causes are remembered; the oldest are forgotten. */
    static final int CAUSES_MAX = 256;

    /** How many commits of one cause are remembered. */
    static final int CAUSE_COMMITS_MAX = 64;

    private final Map<Cause, List<Committed>> commits = new LinkedHashMap<>();

    /** A key's version. */
    record Committed(String key, long version) {}

    Commits copy() {
        var copy = new Commits();
        copy.commits.putAll(commits);
        return copy;
    }

    void add(Cause cause, String key, long version) {
        var all = new ArrayList<>(commits.getOrDefault(cause, List.of()));
        if (all.size() == CAUSE_COMMITS_MAX) {
            all.removeFirst();
        }
        all.add(new Committed(key, version));
        commits.put(cause, List.copyOf(all));
        if (commits.size() > CAUSES_MAX) {
            commits.remove(commits.keySet().iterator().next());
        }
    }

    void forget(Cause cause) {
        commits.remove(cause);
    }

    void clear() {
        commits.clear();
    }

    /** What a message is about; version 0 if only its text tells. */
    Committed of(Cause cause, String text) {
        var told = MessageText.keyIn(text);
        if (told.isPresent()) {
            return told.get();
        }
        var all = commits.getOrDefault(cause, List.of());
        for (var committed : all.reversed()) {
            if (text.contains(committed.key)) {
                return committed;
            }
        }
        return all.isEmpty() ? new Committed(keyIn(text), 0) : all.getLast();
    }

    /** A text that ends with a number bears a version behind its key. */
    private static String keyIn(String text) {
        int space = text.lastIndexOf(' ');
        boolean numbered =
                space > 0
                        && space < text.length() - 1
                        && text.chars().skip(space + 1L).allMatch(c -> c >= '0' && c <= '9');
        return numbered ? text.substring(0, space) : text;
    }
}
