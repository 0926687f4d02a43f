package cachescope.app.controls;

import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.measurement.LatencyMeasurement;
import java.util.Optional;

/** Takes latencies from the run there is, elsewhere than on the FX thread. */
public interface Measuring {

    /**
     * What came of it.
     *
     * @param measurement what was measured; empty if nothing could be
     * @param problem why not, in a sentence; empty if it could
     */
    record Outcome(Optional<LatencyMeasurement> measurement, String problem) {}

    /**
     * Begins, and returns at once. A tier with too few calls keeps what it has in {@code
     * otherwise}.
     */
    void begin(LatencyModel otherwise);

    /** What came of it, once; empty before and afterwards. */
    Optional<Outcome> take();
}
