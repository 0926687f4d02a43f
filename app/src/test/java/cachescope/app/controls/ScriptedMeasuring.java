package cachescope.app.controls;

import cachescope.engine.event.Tier;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.measurement.LatencyMeasurement;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A measurement of which a test says what comes of it, and when. */
final class ScriptedMeasuring implements Measuring {
    int begun;
    private @Nullable Outcome next;

    void found(LatencyModel model, long redisCalls, long databaseCalls) {
        next =
                new Outcome(
                        Optional.of(
                                new LatencyMeasurement(
                                        model,
                                        Map.of(
                                                Tier.REDIS,
                                                redisCalls,
                                                Tier.DATABASE,
                                                databaseCalls),
                                        Optional.empty())),
                        "");
    }

    void failed(String problem) {
        next = new Outcome(Optional.empty(), problem);
    }

    @Override
    public void begin(LatencyModel otherwise) {
        begun++;
    }

    @Override
    public Optional<Outcome> take() {
        var taken = Optional.ofNullable(next);
        next = null;
        return taken;
    }
}
