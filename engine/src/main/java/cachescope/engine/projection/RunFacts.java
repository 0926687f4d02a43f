package cachescope.engine.projection;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says and events do not: the recording, the wall clock, the stores' versions, and
 * sentences that warn.
 *
 * @param redisVersion absent where there was no Redis
 * @param sqliteVersion absent where there was no SQLite
 */
public record RunFacts(
        Report.Traffic traffic,
        Duration elapsed,
        @Nullable String redisVersion,
        @Nullable String sqliteVersion,
        List<String> warnings) {
    public RunFacts {
        warnings = List.copyOf(warnings);
    }
}
