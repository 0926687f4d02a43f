package cachescope.engine.strategy.latency;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Every call takes the same time. Draws nothing from the generator. */
public record Fixed(Duration latency) implements Distribution {
    public Fixed {
        Distribution.check(latency);
    }

    @Override
    public long draw(RandomGenerator random) {
        return medianNanos();
    }

    @Override
    public long medianNanos() {
        return latency.toNanos();
    }
}
