package cachescope.engine.traffic;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * The traffic of a run, out of its log: each request as it came, in recorded time where the log
 * tells how fast that passed. What a log does not tell of requests (size, client, time to live,
 * tags) is not in it.
 */
public final class LoggedTraffic implements Traffic {
    private static final int READ_AT_ONCE = 4096;

    private final String name;
    private final EventLog log;

    /** The traffic that went through a run whose log holds all of it. */
    public LoggedTraffic(String name, EventLog log) {
        this.name = name;
        this.log = log;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String format() {
        return "event-log";
    }

    @Override
    public RequestStream open() {
        return new Stream();
    }

    private final class Stream implements RequestStream {
        private final Queue<Request> read = new ArrayDeque<>();
        private long seq;
        private double speed = 1;
        private long lastArrival;
        private double recorded;

        @Override
        public Optional<Request> next() {
            while (read.isEmpty() && seq < log.size()) {
                seq += log.read(seq, READ_AT_ONCE, this::take);
            }
            return Optional.ofNullable(read.poll());
        }

        private void take(Event event) {
            if (event instanceof Event.RunStarted start) {
                speed = pace(start.speed());
            } else if (event instanceof Event.PaceChanged change) {
                speed = pace(change.speed());
            } else if (event instanceof Event.RequestStarted start) {
                long passed = Math.max(0, start.arrivedAt() - lastArrival);
                lastArrival = Math.max(lastArrival, start.arrivedAt());
                recorded += passed * speed;
                read.add(Request.of(Math.round(recorded), start.operation(), start.key()));
            }
        }

        /** At full speed nothing tells recorded time, so requests stay as they came. */
        private static double pace(double speed) {
            return speed == 0 ? 1 : speed;
        }
    }
}
