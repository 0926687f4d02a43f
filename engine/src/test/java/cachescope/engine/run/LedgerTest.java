package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.run.Ledger.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {
    private long now;
    private final Ledger ledger = new Ledger(() -> now, MemoryCommits::new);

    @Test
    void aReadOfTheNewestVersionIsNotStale() {
        commit("a", 2, 100);

        assertThat(ledger.judgeUnflushed("a", 2, 200, 210)).isEqualTo(new Verdict(false, 0, false));
    }

    @Test
    void aReadIsStaleSinceTheVersionThatOvertookTheOneItReturned() {
        commit("a", 2, 100);
        commit("a", 3, 150);

        assertThat(ledger.judgeUnflushed("a", 1, 200, 210))
                .isEqualTo(new Verdict(true, 100, false));
        assertThat(ledger.judgeUnflushed("a", 2, 200, 210)).isEqualTo(new Verdict(true, 50, false));
    }

    @Test
    void aVersionCommittedWhileTheReadRanMakesItNeitherStaleNorUnflushed() {
        commit("a", 2, 100);
        commit("a", 3, 205);

        assertThat(ledger.judgeUnflushed("a", 2, 200, 210)).isEqualTo(new Verdict(false, 0, false));
        assertThat(ledger.judgeUnflushed("a", 3, 200, 210)).isEqualTo(new Verdict(false, 0, false));
    }

    @Test
    void aVersionCommittedInTheVeryMomentOfItsStartDoesNotMakeAReadStale() {
        commit("a", 2, 100);
        commit("a", 3, 200);

        assertThat(ledger.judge("a", 2, 200)).isEqualTo(new Verdict(false, 0, false));
        assertThat(ledger.judge("a", 2, 201)).isEqualTo(new Verdict(true, 1, false));
    }

    @Test
    void aVersionNotCommittedWhenTheReadEndedIsUnflushed() {
        commit("a", 2, 100);
        commit("a", 3, 300);

        assertThat(ledger.judgeUnflushed("a", 3, 200, 210)).isEqualTo(new Verdict(false, 0, true));
    }

    @Test
    void aVersionThatAnotherWasCommittedInThePlaceOfIsUnflushed() {
        commit("a", 2, 100);
        commit("a", 4, 205);

        assertThat(ledger.judgeUnflushed("a", 3, 200, 210)).isEqualTo(new Verdict(false, 0, true));
    }

    @Test
    void whatASystemReturnsThatCommitsFirstIsCommittedEvenIfThatIsNotNotedYet() {
        assertThat(ledger.judge("a", 2, 200)).isEqualTo(new Verdict(false, 0, false));
    }

    @Test
    void theHistoryMovesToAFileWhereKeysAreLong() {
        var file = new MemoryCommits();
        var moving = new Ledger(() -> now, () -> file);
        var start = "k".repeat((int) (Ledger.CHARACTERS_IN_MEMORY / 2));

        moving.committed(start + "a", 2);
        moving.committed(start + "b", 2);
        assertThat(file.size()).isZero();
        moving.committed("c", 2);

        assertThat(file.size()).isEqualTo(3);
    }

    @Test
    void whatWasThereBeforeTheRunIsCommitted() {
        ledger.startsAt(17);

        assertThat(ledger.judgeUnflushed("a", 17, 200, 210))
                .isEqualTo(new Verdict(false, 0, false));
        assertThat(ledger.judgeUnflushed("a", 18, 200, 210)).isEqualTo(new Verdict(false, 0, true));
    }

    @Test
    void anAbsenceReadAfterARecordWasCreatedIsStale() {
        commit("a", 1, 100);

        assertThat(ledger.judgeUnflushed("a", 0, 130, 140)).isEqualTo(new Verdict(true, 30, false));
    }

    static LongStream seeds() {
        return Long.getLong("seed") == null
                ? LongStream.rangeClosed(1, 100)
                : LongStream.of(Long.getLong("seed"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyHistoryIsJudgedAsByLookingAtEveryCommit(long seed) {
        var random = new SplittableRandom(seed);
        var overflowing = new Ledger(() -> now, MemoryCommits::new, 10);
        record Commit(String key, long version, long at) {}
        List<Commit> commits = new ArrayList<>();
        long[] versions = {1, 1, 1};
        for (int step = 0; step < 60; step++) {
            now += random.nextInt(1, 10);
            int key = random.nextInt(3);
            versions[key] += random.nextInt(1, 3);
            commits.add(new Commit("k" + key, versions[key], now));
            overflowing.committed("k" + key, versions[key]);

            String read = "k" + random.nextInt(3);
            long version = random.nextLong(1, 60);
            long startedAt = random.nextLong(now + 5);
            long endedAt = startedAt + random.nextInt(20);
            long newest = 1;
            long overtakenAt = Long.MAX_VALUE;
            boolean committed = version <= 1;
            for (var commit : commits) {
                if (commit.key.equals(read) && commit.at < startedAt) {
                    newest = Math.max(newest, commit.version);
                }
                if (commit.key.equals(read) && commit.version > version) {
                    overtakenAt = Math.min(overtakenAt, commit.at);
                }
                committed |=
                        commit.key.equals(read)
                                && commit.at <= endedAt
                                && commit.version == version;
            }
            var expected =
                    newest > version
                            ? new Verdict(true, startedAt - overtakenAt, false)
                            : new Verdict(false, 0, version > 1 && !committed);
            overflowing.startsAt(1);
            assertThat(overflowing.judgeUnflushed(read, version, startedAt, endedAt))
                    .as("step %d", step)
                    .isEqualTo(expected);
        }
    }

    private void commit(String key, long version, long at) {
        now = at;
        ledger.committed(key, version);
    }
}
