package cachescope.app.tape;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.frame.Playhead;
import cachescope.app.words.Times;
import cachescope.engine.event.EventLog;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TapeViewModelTest {
    private static final long SECOND = 1_000_000_000L;
    private final Playhead playhead = new Playhead();
    private final TapeViewModel model = new TapeViewModel(playhead);
    private final EventLog log = SyntheticLog.withChanges(1, 4_000, 1_000);

    @Test
    void theTimeIsWrittenToTheMillisecondAndTheLengthToTheSecond() {
        model.expect(OptionalLong.of(372 * SECOND));
        model.show(Frames.at(log, 3_386_999_999L));
        assertThat(model.timeProperty().get()).isEqualTo("00:03.386");
        assertThat(model.lengthProperty().get()).isEqualTo("of 06:12");
        assertThat(model.span().end()).isEqualTo(372 * SECOND);
    }

    @Test
    void withoutAKnownLengthTheLengthIsThatOfTheRunSoFar() {
        model.show(Frames.at(log, SECOND));
        assertThat(model.lengthProperty().get()).isEqualTo("of 00:11");
        assertThat(model.span().end()).isEqualTo(20 * SECOND);
    }

    @Test
    void theTimeEndsWithTheRun() {
        var over = SyntheticLog.of(1, 2_000, 500, 1);
        model.expect(OptionalLong.of(10 * SECOND));
        model.show(Frames.at(over, over.lastAt() + 4 * SECOND));
        assertThat(model.time()).isEqualTo(over.lastAt());
        assertThat(model.timeProperty().get()).isEqualTo(Times.clock(over.lastAt()));
        assertThat(model.lengthProperty().get())
                .isEqualTo("of " + Times.clockToSecond(over.lastAt()));
        assertThat(model.span().end()).isEqualTo(over.lastAt());
    }

    @Test
    void theMarkersAreSteppedThrough() {
        model.show(Frames.at(log, SECOND));
        model.toNextMarker();
        assertThat(playhead.time()).isEqualTo(3 * SECOND);
        model.show(Frames.at(log, 3 * SECOND));
        model.toNextMarker();
        assertThat(playhead.time()).isGreaterThan(3 * SECOND);
        model.toPreviousMarker();
        assertThat(playhead.time()).isLessThan(3 * SECOND);
    }

    @Test
    void beforeTheFirstMarkerIsTheStart() {
        model.show(Frames.at(new EventLog(), 0));
        playhead.seek(5);
        model.toPreviousMarker();
        assertThat(playhead.time()).isZero();
        model.toNextMarker();
        assertThat(playhead.time()).isZero();
    }
}
