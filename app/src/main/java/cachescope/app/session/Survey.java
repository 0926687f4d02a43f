package cachescope.app.session;

import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import cachescope.engine.traffic.TrafficSummary;
import cachescope.engine.traffic.TrafficTally;
import java.util.Optional;

/** Reads a recording to its end, to know how long it is. */
final class Survey {
    /** How long a recording may be that is read for that. */
    private static final long BYTES_MAX = 8 << 20;

    private Survey() {}

    /**
     * What a recording holds; empty if it is too long to be read for that, or is no file. Blocks.
     */
    static Optional<TrafficSummary> of(Traffic traffic) throws TrafficException {
        if (traffic.totalBytes().orElse(Long.MAX_VALUE) > BYTES_MAX) {
            return Optional.empty();
        }
        var tally = new TrafficTally();
        try (var requests = traffic.open()) {
            for (var next = requests.next(); next.isPresent(); next = requests.next()) {
                tally.add(next.get());
            }
        }
        return Optional.of(tally.summary());
    }
}
