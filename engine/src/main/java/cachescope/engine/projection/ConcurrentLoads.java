package cachescope.engine.projection;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Event;
import cachescope.engine.event.Tier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds stampedes: loads of one key that overlap, by the order of the log. Whether a read of the
 * database is a load is known at its end; while it is in flight it is taken for one, as all are
 * under a pattern that has a cache. A read that fails counts as another's company, but not itself.
 */
final class ConcurrentLoads {
    private final Map<Long, Load> open = new HashMap<>();
    private final Map<String, Flight> flights = new HashMap<>();
    private long stampedes;
    private long most;
    private long duplicates;

    /** A copy that goes its own way from here. */
    ConcurrentLoads copy() {
        var copy = new ConcurrentLoads();
        flights.forEach((key, flight) -> copy.flights.put(key, new Flight(flight)));
        open.forEach((call, load) -> copy.open.put(call, copy.copyOf(load)));
        copy.stampedes = stampedes;
        copy.most = most;
        copy.duplicates = duplicates;
        return copy;
    }

    private Load copyOf(Load load) {
        var flight = flights.computeIfAbsent(load.flight.key, Flight::new);
        return new Load(flight, load.atOnce);
    }

    void started(Event.CallStarted call) {
        if (call.tier() == Tier.DATABASE && call.kind() == CallKind.READ) {
            var flight = flights.computeIfAbsent(call.key(), Flight::new);
            flight.inFlight++;
            open.put(call.call(), new Load(flight, flight.inFlight));
        }
    }

    /** Takes in the end of a read; how many loads were in flight at its start, 0 if it was none. */
    int ended(Event.RecordRead read) {
        var load = close(read.call());
        if (load == null || !read.load()) {
            return 0;
        }
        most = Math.max(most, load.atOnce);
        if (load.atOnce > 1) {
            duplicates++;
            if (!load.flight.stampede) {
                load.flight.stampede = true;
                stampedes++;
            }
        }
        return load.atOnce;
    }

    void clear() {
        open.clear();
        flights.clear();
        stampedes = 0;
        most = 0;
        duplicates = 0;
    }

    void failed(Event.TierFailed call) {
        close(call.call());
    }

    /** How many stretches of overlapping loads of a key there were. */
    long stampedes() {
        return stampedes;
    }

    /** The most loads of one key in flight at once. */
    long most() {
        return most;
    }

    /** How many loads began while another of their key was in flight. */
    long duplicates() {
        return duplicates;
    }

    private @Nullable Load close(long call) {
        var load = open.remove(call);
        if (load != null && --load.flight.inFlight == 0) {
            flights.remove(load.flight.key);
        }
        return load;
    }

    /** A read in flight, and how many of its key there were at its start, itself included. */
    private record Load(Flight flight, int atOnce) {}

    /** A stretch of time in which at least one read of a key is in flight. */
    private static final class Flight {
        private final String key;
        private int inFlight;
        private boolean stampede;

        Flight(String key) {
            this.key = key;
        }

        Flight(Flight other) {
            key = other.key;
            inFlight = other.inFlight;
            stampede = other.stampede;
        }
    }
}
