package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Operation;
import cachescope.engine.projection.Report;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A run in the live world whose traffic the test conducts, and whose log it waits for. */
final class WatchedRun implements AutoCloseable {
    /** What does not happen in this time does not happen. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConductedTraffic traffic = new ConductedTraffic();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition appended = lock.newCondition();
    private final List<Event> events = new ArrayList<>();
    private final EventLog log = new EventLog();
    private final Run run;
    private long sent;

    private WatchedRun(World world, Strategy strategy, double speed)
            throws RunException, StrategyException {
        log.observe(this::note);
        run = Run.prepare(Plan.of(strategy, traffic).withSpeed(speed), world, log);
    }

    /** A run at full speed that has started and waits for its first request. */
    static WatchedRun start(World world, Strategy strategy) throws RunException, StrategyException {
        return start(world, strategy, Pace.MAX, _ -> {});
    }

    /** The same at some speed, its log observed by one more. */
    static WatchedRun start(
            World world, Strategy strategy, double speed, Consumer<? super Event> observer)
            throws RunException, StrategyException {
        var watched = new WatchedRun(world, strategy, speed);
        watched.log.observe(observer);
        watched.run.start();
        return watched;
    }

    Run run() {
        return run;
    }

    ConductedTraffic traffic() {
        return traffic;
    }

    void send(Operation operation, String key) {
        send(Request.of(0, operation, key));
    }

    void send(Request request) {
        traffic.send(request);
        sent++;
    }

    /** Sends one request and waits for its end, which it returns. */
    Event.RequestEnded ask(Operation operation, String key) throws InterruptedException {
        long number = sent;
        send(operation, key);
        return await(Event.RequestEnded.class, end -> end.request() == number);
    }

    /** Waits until all requests that were sent have ended. */
    void awaitAnswers() throws InterruptedException {
        until(() -> count(Event.RequestEnded.class) == sent, "all requests have ended");
    }

    /** Waits for an event, which may have happened already. */
    <E extends Event> E await(Class<E> type, Predicate<E> which) throws InterruptedException {
        until(
                () -> events(type).stream().anyMatch(which),
                "there is such a " + type.getSimpleName());
        return events(type).stream().filter(which).findFirst().orElseThrow();
    }

    /** Ends the traffic, waits for the end of the run and returns its report. */
    Report finish() throws InterruptedException {
        traffic.end();
        return awaitEnd();
    }

    /** Waits for the end of the run and returns its report. */
    Report awaitEnd() throws InterruptedException {
        until(() -> count(Event.RunEnded.class) == 1, "the run is over");
        run.await();
        assertThat(run.progress().state().isOver()).as("the run is over").isTrue();
        return run.report();
    }

    /** What has been appended so far. */
    List<Event> events() {
        lock.lock();
        try {
            return List.copyOf(events);
        } finally {
            lock.unlock();
        }
    }

    <E extends Event> List<E> events(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private long count(Class<? extends Event> type) {
        return events.stream().filter(type::isInstance).count();
    }

    private void note(Event event) {
        lock.lock();
        try {
            events.add(event);
            appended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A condition on what has been appended. */
    @FunctionalInterface
    private interface Check {
        boolean holds();
    }

    private void until(Check check, String what) throws InterruptedException {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (!check.holds() && left > 0) {
                left = appended.awaitNanos(left);
            }
            assertThat(check.holds()).as(what).isTrue();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        run.close();
        log.close();
    }
}
