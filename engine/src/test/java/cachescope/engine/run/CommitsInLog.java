package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a log tells of the commits of a run, and nothing else. */
final class CommitsInLog {
    private final Map<String, List<Commit>> byKey = new HashMap<>();

    CommitsInLog(List<Event> events) {
        for (var event : events) {
            switch (event) {
                case Event.RecordWritten write -> add(write.key(), write.version(), write.at());
                case Event.RecordRemoved write -> add(write.key(), write.version(), write.at());
                case Event.CommitUnanswered commit ->
                        add(commit.key(), commit.version(), commit.at());
                default -> {}
            }
        }
        byKey.values()
                .forEach(commits ->
                        commits.sort(
                                Comparator.comparingLong(Commit::at)
                                        .thenComparingLong(Commit::version)));
    }

    /** A version of a key. */
    record Version(String key, long version) {}

    private record Commit(long version, long at) {}

    private void add(String key, long version, long at) {
        byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Commit(version, at));
    }

    private List<Commit> of(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    void assertNoVersionGoesBack() {
        byKey.forEach((key, commits) ->
                assertThat(commits)
                        .as("versions of %s by the time of their commits", key)
                        .extracting(Commit::version)
                        .isSorted()
                        .doesNotHaveDuplicates());
    }

    boolean contains(Version version) {
        return of(version.key).stream().anyMatch(commit -> commit.version == version.version);
    }

    /** Whether the version or a later one was committed. */
    boolean reaches(Version version) {
        return newest(version.key) >= version.version;
    }

    /** The newest version of a key that was committed; 1 for one that was there before, if any. */
    long newest(String key) {
        return of(key).stream().mapToLong(Commit::version).max().orElse(0);
    }

    /** When a greater version of the key was committed first; the end of time if none was. */
    long overtaken(Version version) {
        return of(version.key).stream()
                .filter(commit -> commit.version > version.version)
                .mapToLong(Commit::at)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
