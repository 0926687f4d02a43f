package cachescope.app.session;

import cachescope.engine.event.EventLog;
import cachescope.engine.run.PlannedDisturbance;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.util.List;
import java.util.Optional;

/** Finds the traffic of a run. */
@FunctionalInterface
public interface TrafficSource {
    Traffic open() throws TrafficException;

    /** The log that the traffic is read from; it stays open as long as runs of it may begin. */
    default Optional<EventLog> log() {
        return Optional.empty();
    }

    /** What goes wrong on purpose in each run of the traffic, in the order of its times. */
    default List<PlannedDisturbance> disturbances() {
        return List.of();
    }
}
