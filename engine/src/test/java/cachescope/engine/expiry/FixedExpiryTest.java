package cachescope.engine.expiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.port.Entry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FixedExpiryTest {

    @Test
    void anEntryExpiresAfterTheTimeToLive() {
        assertThat(new FixedExpiry(Duration.ofSeconds(60)).expiresAt("k", 5))
                .isEqualTo(60_000_000_005L);
    }

    @Test
    void zeroMeansForEver() {
        assertThat(new FixedExpiry(Duration.ZERO).expiresAt("k", 5)).isEqualTo(Entry.NEVER);
    }

    @Test
    void aTimeToLiveThatIsTooLongForNanosecondsMeansForEver() {
        assertThat(new FixedExpiry(Duration.ofSeconds(1_000_000_000_000L)).expiresAt("k", 5))
                .isEqualTo(Entry.NEVER);
        assertThat(new FixedExpiry(Duration.ofNanos(Long.MAX_VALUE)).expiresAt("k", 5))
                .isEqualTo(Entry.NEVER);
        assertThat(new FixedExpiry(Duration.ofNanos(Long.MAX_VALUE - 6)).expiresAt("k", 5))
                .isEqualTo(Long.MAX_VALUE - 1);
    }

    @Test
    void aNegativeTimeToLiveIsRefused() {
        assertThatThrownBy(() -> new FixedExpiry(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("length must not be negative, but is PT-1S");
    }
}
