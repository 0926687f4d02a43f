package cachescope.app.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TapeSpanTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aRunOfUnknownLengthHasRoomToGrow() {
        assertThat(TapeSpan.of(0, false, OptionalLong.empty()).end()).isEqualTo(10 * SECOND);
        assertThat(TapeSpan.of(10 * SECOND, false, OptionalLong.empty()).end()).isEqualTo(20 * SECOND);
        assertThat(TapeSpan.of(200_000 * SECOND, false, OptionalLong.empty()).end()).isEqualTo(259_200 * SECOND);
    }

    @Test
    void aRecordingOfKnownLengthIsShownToItsEnd() {
        assertThat(TapeSpan.of(SECOND, false, OptionalLong.of(372 * SECOND)).end()).isEqualTo(372 * SECOND);
    }

    @Test
    void aRunThatOutlastsItsRecordingIsShownAllTheSame() {
        assertThat(TapeSpan.of(400 * SECOND, false, OptionalLong.of(372 * SECOND)).end()).isGreaterThan(400 * SECOND);
    }

    @Test
    void aRunThatIsOverEndsWhereItEnded() {
        assertThat(TapeSpan.of(3 * SECOND, true, OptionalLong.of(9 * SECOND)).end()).isEqualTo(3 * SECOND);
    }

    @Test
    void placesAndTimesBelongTogether() {
        var span = new TapeSpan(10 * SECOND);
        assertThat(span.x(5 * SECOND, 400)).isEqualTo(200);
        assertThat(span.time(200, 400)).isEqualTo(5 * SECOND);
        assertThat(span.time(-3, 400)).isZero();
        assertThat(span.time(500, 400)).isEqualTo(10 * SECOND);
    }
}
