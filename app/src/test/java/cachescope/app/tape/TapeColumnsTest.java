package cachescope.app.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cachescope.engine.event.Answer;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.projection.Timeline;
import cachescope.engine.projection.Timeline.Series;
import org.junit.jupiter.api.Test;

class TapeColumnsTest {
    private static final long SECOND = 1_000_000_000L;
    private final Timeline timeline = new Timeline();

    @Test
    void hitsAndMissesBecomeRatesOfTheirColumns() {
        answer(SECOND / 2, Answer.HIT);
        answer(SECOND / 2 + 1, Answer.HIT);
        answer(3 * SECOND / 2, Answer.MISS);
        var columns = TapeColumns.of(timeline, 4 * SECOND, 4);
        assertThat(columns.rate(Series.HITS, 0)).isCloseTo(2, within(1e-6));
        assertThat(columns.rate(Series.MISSES, 1)).isCloseTo(1, within(1e-6));
        assertThat(columns.any(Series.MISSES, 0)).isFalse();
        assertThat(columns.highest()).isCloseTo(2, within(1e-6));
    }

    @Test
    void aBucketOverSeveralColumnsIsSharedOut() {
        for (int i = 0; i < 1_000; i++) {
            answer(i * SECOND, Answer.HIT);
        }
        assertThat(timeline.bucketNanos()).isGreaterThan(SECOND);
        var columns = TapeColumns.of(timeline, 100 * SECOND, 1_000);
        assertThat(columns.rate(Series.HITS, 500)).isCloseTo(1, within(0.3));
    }

    @Test
    void nothingIsLostWhateverTheWidth() {
        for (int i = 0; i < 777; i++) {
            answer(i * SECOND / 7, Answer.HIT);
        }
        for (int width : new int[] {1, 7, 100, 350, 999}) {
            long end = 112 * SECOND;
            var columns = TapeColumns.of(timeline, end, width);
            double sum = 0;
            for (int i = 0; i < columns.size(); i++) {
                sum += columns.rate(Series.HITS, i) * ((double) end / width) / 1e9;
            }
            assertThat(sum).as("width %d", width).isCloseTo(777, within(1.0));
        }
    }

    @Test
    void aTimeBeyondTheEndIsInTheLastColumn() {
        assertThat(TapeColumns.of(timeline, SECOND, 10).columnOf(5 * SECOND)).isEqualTo(9);
    }

    private void answer(long at, Answer answer) {
        timeline.accept(new Event.RequestEnded(0, at, 0, "app-1", Operation.READ, "k", at, at, answer, 1, false, 0, false, null));
    }
}
