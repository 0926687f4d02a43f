package cachescope.engine.run;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import cachescope.engine.run.Service.Arrival;
import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.TrafficException;
import cachescope.engine.traffic.TrafficSummary;
import cachescope.engine.traffic.TrafficTally;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Brings the requests of a recording to the application nodes: each when the recording says, at the
 * pace in force, as soon as admission lets it in, as a task of its own.
 */
final class Dispatcher {
    private final Tasks tasks;
    private final EventSink sink;
    private final Admission admission;
    private final Function<Request, Route> balancer;
    private final Consumer<String> onFault;
    private final Monitor paceChange;
    private final TrafficTally tally = new TrafficTally();
    private volatile Pace pace;
    private volatile long dispatched;
    private volatile long lastRecorded;

    /** Where a request goes: a node's service, as one of the node's tasks. */
    record Route(Tasks tasks, Service service) {}

    /** {@code onFault} is told in a sentence if a request did not end. */
    Dispatcher(
            Tasks tasks,
            EventSink sink,
            Admission admission,
            Function<Request, Route> balancer,
            double speed,
            Consumer<String> onFault) {
        this.tasks = tasks;
        this.sink = sink;
        this.admission = admission;
        this.balancer = balancer;
        this.onFault = onFault;
        this.paceChange = tasks.monitor();
        this.pace = Pace.from(speed, tasks.now());
    }

    /** Lets recorded time begin now, at the speed there is, and held where it is held already. */
    void begin() {
        paceChange.inside(() -> pace = new Pace(0, tasks.now(), pace.speed(), pace.held()));
    }

    /** Blocks until the last request, or the limit, has been let in. */
    void dispatch(RequestStream requests, long limit)
            throws InterruptedException, TrafficException {
        while (dispatched < limit) {
            var next = requests.next();
            if (next.isEmpty()) {
                return;
            }
            dispatch(next.get());
        }
    }

    private void dispatch(Request request) throws InterruptedException {
        long size = request.size() < 0 ? Payload.SIZE_UNKNOWN : request.size();
        long arrivedAt = awaitArrival(request.at());
        long bytes = size + request.key().length();
        admission.enter(bytes);
        lastRecorded = request.at();
        long number = dispatched;
        dispatched = number + 1;
        synchronized (tally) {
            tally.add(request);
        }
        long startedAt = tasks.now();
        var arrival =
                new Arrival(
                        number,
                        request.operation(),
                        request.key(),
                        size,
                        pace.speed() == Pace.MAX ? startedAt : arrivedAt,
                        startedAt);
        var route = balancer.apply(request);
        route.tasks.start(
                Caller.request(number, route.service.node(), size, request.tags()),
                () -> {
                    try {
                        serve(route.service, arrival);
                    } finally {
                        admission.leave(bytes);
                    }
                });
    }

    /** A request that ends in no way that there is would be missing from every figure. */
    private void serve(Service service, Arrival arrival) throws InterruptedException {
        boolean ended = false;
        try {
            service.serve(arrival);
            ended = true;
        } catch (InterruptedException stopped) {
            ended = true;
            throw stopped;
        } finally {
            if (!ended) {
                onFault.accept(
                        "request "
                                + arrival.request()
                                + " met a fault of Cachescope itself, which is told on standard error");
            }
        }
    }

    /** Blocks until a request of this recorded time has arrived, and returns when that was. */
    private long awaitArrival(long recordedAt) throws InterruptedException {
        while (true) {
            var current = pace;
            long now = tasks.now();
            long arrival = current.held() ? Long.MAX_VALUE : current.arrival(recordedAt, now);
            if (arrival <= now) {
                return arrival;
            }
            var wait = current.held() ? Monitor.FOR_EVER : Duration.ofNanos(arrival - now);
            paceChange.when(() -> !pace.equals(current), wait, () -> arrival);
        }
    }

    /** Lets the traffic run at another speed from now on. */
    void speed(double speed) {
        change(pace.with(speed, lastRecorded, tasks.now()));
    }

    /** Holds the traffic, or lets it go on from where it was held. */
    void hold(boolean hold) {
        if (hold != pace.held()) {
            change(pace.held(hold, lastRecorded, tasks.now()));
        }
    }

    private void change(Pace next) {
        paceChange.inside(() -> pace = next);
        sink.append(seq -> new Event.PaceChanged(seq, tasks.now(), next.speed(), next.held()));
    }

    Pace pace() {
        return pace;
    }

    /** How many requests have been let in. */
    long dispatched() {
        return dispatched;
    }

    /** What is known of the traffic so far. */
    TrafficSummary summary() {
        synchronized (tally) {
            return tally.summary();
        }
    }
}
