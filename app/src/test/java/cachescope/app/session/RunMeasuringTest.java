package cachescope.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.controls.Measuring.Outcome;
import cachescope.app.fixture.SyntheticLog;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import cachescope.engine.event.Tier;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.measurement.LatencyMeasurement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class RunMeasuringTest {

    @Test
    void latenciesAreTakenFromMemoryAndTheTemporaryFile() {
        try (var log = SyntheticLog.into(new EventLog(History.SPILL, 1), 1, 20_000, 5_000, 1);
                var measuring = new RunMeasuring(() -> Optional.of(log))) {
            measuring.begin(LatencyModel.DEFAULT);
            var found = outcome(measuring).measurement().orElseThrow();

            assertThat(found.calls().get(Tier.REDIS)).isGreaterThan(17_000);
            assertThat((double) found.model().redis().medianNanos())
                    .isCloseTo(62_500, Percentage.withPercentage(3));
            assertThat(Duration.ofNanos(found.model().database().medianNanos()))
                    .as("without the 20 ms that the strategy adds")
                    .isLessThan(Duration.ofMillis(1));
            assertThat(measuring.take()).isEmpty();
        }
    }

    @Test
    void tooFewCallsAreSaid() {
        try (var log = SyntheticLog.of(1, 20, 1_000, 1);
                var measuring = new RunMeasuring(() -> Optional.of(log))) {
            measuring.begin(LatencyModel.DEFAULT);
            assertThat(outcome(measuring))
                    .returns(Optional.<LatencyMeasurement>empty(), Outcome::measurement)
                    .satisfies(outcome ->
                            assertThat(outcome.problem())
                                    .startsWith("This run has too few calls")
                                    .endsWith("."));
        }
    }

    @Test
    void withoutARunThereIsNothingToMeasure() {
        try (var measuring = new RunMeasuring(Optional::empty)) {
            measuring.begin(LatencyModel.DEFAULT);
            assertThat(outcome(measuring).problem()).isEqualTo("There is no run to measure yet.");
        }
    }

    private static Outcome outcome(RunMeasuring measuring) {
        while (true) {
            var outcome = measuring.take();
            if (outcome.isPresent()) {
                return outcome.get();
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
