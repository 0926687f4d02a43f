package cachescope.app.charts;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticLog;
import cachescope.engine.event.EventLog;
import cachescope.engine.projection.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartsViewModelTest {
    private static final long SECOND = 1_000_000_000L;
    private final ChartsViewModel model = new ChartsViewModel();
    private final EventLog log = SyntheticLog.withChanges(1, 12_000, 1_000);

    @Test
    void nothingHappenedYetIsSaid() {
        model.show(Frames.at(new EventLog(), 0));
        assertThat(model.emptyProperty().get()).isTrue();
        assertThat(model.valueProperty(Chart.HIT_RATIO).get()).isEqualTo("–");
    }

    @Test
    void theValuesAreThoseAtThePlayhead() {
        model.show(Frames.at(log, 4 * SECOND));
        assertThat(model.valueProperty(Chart.HIT_RATIO).get()).matches("8\\d\\.\\d %");
        assertThat(model.valueProperty(Chart.DATABASE_CALLS).get()).endsWith("/s");
        assertThat(model.valueProperty(Chart.READ_P99).get()).matches("2\\d\\.\\d ms");
        assertThat(model.momentProperty().get()).isEmpty();
    }

    @Test
    void afterTheEndTheValuesAreThoseOfTheEnd() {
        var over = SyntheticLog.of(1, 2_000, 500, 1);
        model.show(Frames.at(over, over.lastAt()));
        var atTheEnd = model.valueProperty(Chart.READ_P50).get();
        model.show(Frames.at(over, over.lastAt() + 4 * SECOND));
        assertThat(model.valueProperty(Chart.READ_P50).get()).isEqualTo(atTheEnd).isNotEqualTo("–");
    }

    @Test
    void pointingShowsTheValuesOfThatTime() {
        model.show(Frames.at(log, 4 * SECOND));
        model.pointAt(7 * SECOND);
        assertThat(model.valueProperty(Chart.HIT_RATIO).get()).isEqualTo("0.0 %");
        assertThat(model.momentProperty().get()).isEqualTo("at 00:07.000");
        model.pointAway();
        assertThat(model.valueProperty(Chart.HIT_RATIO).get()).startsWith("8");
    }

    @Test
    void changesOfTheStrategyAreMarked() {
        model.show(Frames.at(log, 4 * SECOND));
        assertThat(model.changes()).containsExactly(3 * SECOND, 11_200 * SECOND / 1_000);
    }

    @Test
    void pointsTakenBitByBitAreThoseTakenAtOnce() {
        var timeline = new Timeline();
        var bitByBit = new Points();
        log.read(
                0,
                Integer.MAX_VALUE,
                event -> {
                    timeline.accept(event);
                    if (event.seq() % 5_000 == 0) {
                        bitByBit.update(timeline);
                    }
                });
        bitByBit.update(timeline);
        var atOnce = new Points();
        atOnce.update(timeline);
        assertThat(bitByBit.all())
                .isEqualTo(atOnce.all())
                .hasSizeLessThanOrEqualTo(Points.POINTS_MAX);
    }

    @Test
    void aTimeLineThatBeganAgainIsTakenFromItsStart() {
        var points = new Points();
        points.update(Frames.at(log, 0).whole().timeline());
        points.update(new Timeline());
        assertThat(points.all()).isEmpty();
    }

    @Test
    void bothLatenciesHaveTheSameAxis() {
        model.show(Frames.at(log, 4 * SECOND));
        assertThat(ValueAxis.of(Chart.READ_P50, model.points()).ticks())
                .isEqualTo(ValueAxis.of(Chart.READ_P99, model.points()).ticks());
        assertThat(ValueAxis.of(Chart.READ_P50, List.of()).ticks()).isNotEmpty();
    }
}
