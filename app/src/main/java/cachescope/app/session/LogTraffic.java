package cachescope.app.session;

import cachescope.engine.event.EventLog;
import cachescope.engine.traffic.LoggedTraffic;
import cachescope.engine.traffic.Traffic;
import java.util.Optional;

/**
 * The traffic that went through the run of a log.
 *
 * @param name what the traffic is called
 * @param from a log that holds all of its run
 */
public record LogTraffic(String name, EventLog from) implements TrafficSource {

    @Override
    public Traffic open() {
        return new LoggedTraffic(name, from);
    }

    @Override
    public Optional<EventLog> log() {
        return Optional.of(from);
    }
}
