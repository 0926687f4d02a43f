package cachescope.engine.run;

import cachescope.engine.port.CommitHistory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A commit history in memory: per key the versions and their times, in pairs that rise. */
final class MemoryCommits implements CommitHistory {
    private final Map<String, Commits> byKey = new HashMap<>();
    private long size;
    private long characters;

    /** One commit of a key. */
    record Commit(String key, long version, long at) {}

    /** The commits of one key: version, time, version, time, ... */
    private static final class Commits {
        private long[] pairs = new long[2];
        private int count;

        void add(long version, long at) {
            if (2 * count == pairs.length) {
                pairs = Arrays.copyOf(pairs, pairs.length * 2);
            }
            pairs[2 * count] = version;
            pairs[2 * count + 1] = at;
            count++;
        }

        long version(int index) {
            return pairs[2 * index];
        }

        long at(int index) {
            return pairs[2 * index + 1];
        }
    }

    @Override
    public void add(String key, long version, long at) {
        byKey.computeIfAbsent(key, this::unseen).add(version, at);
        size++;
    }

    @Override
    public OptionalLong newestAt(String key, long at) {
        var commits = byKey.get(key);
        for (int index = count(commits) - 1; commits != null && index >= 0; index--) {
            if (commits.at(index) <= at) {
                return OptionalLong.of(commits.version(index));
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public OptionalLong firstAfter(String key, long version) {
        var commits = byKey.get(key);
        var first = OptionalLong.empty();
        for (int index = count(commits) - 1; commits != null && index >= 0; index--) {
            if (commits.version(index) <= version) {
                break;
            }
            first = OptionalLong.of(commits.at(index));
        }
        return first;
    }

    private Commits unseen(String key) {
        characters += key.length();
        return new Commits();
    }

    /** How many commits are held. */
    long size() {
        return size;
    }

    /** How many characters their keys have. */
    long characters() {
        return characters;
    }

    void forEach(Consumer<Commit> action) {
        byKey.forEach((key, commits) -> {
            for (int index = 0; index < commits.count; index++) {
                action.accept(new Commit(key, commits.version(index), commits.at(index)));
            }
        });
    }

    @Override
    public void close() {
        byKey.clear();
        size = 0;
        characters = 0;
    }

    private static int count(@Nullable Commits commits) {
        return commits == null ? 0 : commits.count;
    }
}
