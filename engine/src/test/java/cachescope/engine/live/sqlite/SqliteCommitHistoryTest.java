package cachescope.engine.live.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SqliteCommitHistoryTest {
    private final SqliteCommitHistory history = SqliteCommitHistory.temporary();

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void whatWasNeverCommittedIsNotThere() {
        assertThat(history.newestAt("user:7", 100)).isEmpty();
        assertThat(history.firstAfter("user:7", 0)).isEmpty();
    }

    @Test
    void theNewestVersionAtATimeIsTheLastOneCommittedByThen() {
        history.add("user:7", 2, 10);
        history.add("other", 9, 11);
        history.add("user:7", 5, 20);
        assertThat(history.newestAt("user:7", 9)).isEmpty();
        assertThat(history.newestAt("user:7", 10)).hasValue(2);
        assertThat(history.newestAt("user:7", 19)).hasValue(2);
        assertThat(history.newestAt("user:7", Long.MAX_VALUE)).hasValue(5);
    }

    @Test
    void aVersionIsOvertakenByTheFirstGreaterOne() {
        history.add("user:7", 2, 10);
        history.add("user:7", 5, 20);
        history.add("user:7", 6, 30);
        assertThat(history.firstAfter("user:7", 1)).hasValue(10);
        assertThat(history.firstAfter("user:7", 2)).hasValue(20);
        assertThat(history.firstAfter("user:7", 4)).hasValue(20);
        assertThat(history.firstAfter("user:7", 6)).isEmpty();
    }

    @Test
    void whatIsAddedCanBeReadAtOnceHoweverMuchItIs() {
        for (int commit = 1; commit <= 25_000; commit++) {
            history.add("key " + commit % 100, commit, commit * 10L);
        }
        assertThat(history.newestAt("key 0", 249_999)).isEqualTo(OptionalLong.of(24_900));
        assertThat(history.firstAfter("key 1", 1)).isEqualTo(OptionalLong.of(1_010));
    }
}
