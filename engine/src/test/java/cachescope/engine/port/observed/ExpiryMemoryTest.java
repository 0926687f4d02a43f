package cachescope.engine.port.observed;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Outcome;
import cachescope.engine.port.Glob;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ExpiryMemoryTest {
    private static final String LONG = "k".repeat((int) (ExpiryMemory.CHARACTERS_MAX / 2));

    private final ExpiryMemory memory = new ExpiryMemory();

    @Test
    void theEntryWrittenLongestAgoIsForgottenFirstWhereKeysAreLong() {
        memory.written(LONG + 1, 5, 0);
        memory.written(LONG + 2, 5, 0);

        assertThat(memory.missed(LONG + 1, 5)).isEqualTo(Outcome.MISS);
        assertThat(memory.missed(LONG + 2, 5)).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void whatIsRemovedOrWrittenAgainTakesNoMoreRoom() {
        for (int time = 0; time < 10; time++) {
            memory.written("a", 5, 0);
            memory.written(LONG, 5, 0);
            memory.removed(LONG);
        }

        assertThat(memory.missed("a", 5)).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void whatIsRemovedByAPatternHasNotExpired() {
        memory.written("user:7", 5, 0);
        memory.written("product:7", 5, 0);
        memory.removed(new Glob("user:*"));

        assertThat(memory.missed("user:7", 5)).isEqualTo(Outcome.MISS);
        assertThat(memory.missed("product:7", 5)).isEqualTo(Outcome.EXPIRED);
    }

    @Test
    void whereEntriesMayNotLiveAsLongAsTheySayTheyHaveExpiredBefore() {
        var brief = new ExpiryMemory(Duration.ofNanos(3));
        brief.written("a", Long.MAX_VALUE, 1);
        brief.written("b", 2_000_000_000, 1_999_999_999);

        assertThat(brief.missed("a", 4)).isEqualTo(Outcome.EXPIRED);
        assertThat(brief.missed("b", 2_000_000_000)).isEqualTo(Outcome.EXPIRED);
    }
}
