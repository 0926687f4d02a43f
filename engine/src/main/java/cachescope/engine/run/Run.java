package cachescope.engine.run;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.port.Caller;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import cachescope.engine.projection.Report;
import cachescope.engine.projection.ReportProjection;
import cachescope.engine.run.Progress.State;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.TrafficException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Traffic that goes through a strategy in a world. All that happens is in its {@link #log}; the
 * report is folded while it happens. What steers a run returns at once and takes effect soon after.
 * Safe for use by many threads.
 */
public final class Run implements AutoCloseable {
    /**
     * How many bytes of keys and values may be in flight: a share of the memory, as each is there
     * in several forms.
     */
    private static final long BYTES_IN_FLIGHT_MAX = Runtime.getRuntime().maxMemory() / 16;

    /** How long a run that is closed may take to finish what is in flight and pending. */
    private static final Duration ENDING_MAX = Duration.ofSeconds(10);

    /** How long it may then take to give the rest up. */
    private static final Duration GIVING_UP_MAX = Duration.ofSeconds(5);

    private static final String NODE = "app-1";

    private final Plan plan;
    private final World world;
    private final EventLog log;
    private final Tasks tasks;
    private final Ledger ledger;
    private final Stores stores;
    private final Assembly assembly;
    private final Admission admission;
    private final Service service;
    private final Dispatcher dispatcher;
    private final Steering<Strategy> steering;
    private final Monitor over;
    private final ReportProjection report;
    private volatile Strategy strategy;
    private volatile State state = State.READY;
    private volatile @Nullable String failure;
    private volatile boolean wrongInput;
    private volatile @Nullable RequestStream requests;
    private volatile Tasks.@Nullable Task traffic;
    private volatile Tasks.@Nullable Task steersman;
    private volatile boolean stopWanted;
    private boolean givingUp;
    private boolean closed;
    private volatile long startedAt;
    private volatile long endedAt;

    private Run(Plan plan, World world, EventLog log, Strategy effective) throws RunException {
        this.plan = plan;
        this.world = world;
        this.log = log;
        this.strategy = plan.strategy();
        this.tasks = world.tasks(plan.seed());
        this.ledger = new Ledger(tasks::now, world::commitHistory);
        this.stores =
                world.open(
                        tasks,
                        ledger,
                        plan.emptyDatabase() ? Payload.NONE : Payload.BASELINE,
                        effective.concurrency());
        this.report = new ReportProjection();
        log.observe(report);
        log.onFailure(this::fail);
        this.assembly = new Assembly(stores, tasks, log, NODE);
        this.admission = new Admission(tasks, effective.concurrency(), BYTES_IN_FLIGHT_MAX);
        this.steering = new Steering<>(tasks.monitor());
        this.over = tasks.monitor();
        try {
            refuseOldRecords();
            ledger.startsAt(
                    Math.max(stores.records().highestVersion(), plan.emptyDatabase() ? 0 : 1));
            this.service = new Service(NODE, assembly.pattern(effective), tasks, log, ledger);
        } catch (DatabaseUnavailable unavailable) {
            close();
            throw RunException.failed(unavailable);
        }
        this.dispatcher = new Dispatcher(tasks, log, admission, service, plan.speed(), this::fail);
    }

    private void refuseOldRecords() throws DatabaseUnavailable, RunException {
        if (plan.emptyDatabase() && stores.records().highestVersion() > 0) {
            close();
            throw RunException.wrongInput(
                    "--empty-database: the database holds records of an earlier run; expected a new file",
                    null);
        }
    }

    /**
     * Opens what the run stands on, without letting a request in. The log must be new; the run does
     * not close it. Throws if the stores cannot be had, or if a duration of the strategy is too
     * short for the plan's speed.
     */
    public static Run prepare(Plan plan, World world, EventLog log)
            throws RunException, StrategyException {
        return new Run(plan, world, log, effective(plan.strategy(), plan.speed()));
    }

    /** Lets the traffic in. */
    public void start() {
        startedAt = tasks.now();
        dispatcher.begin();
        state = State.RUNNING;
        log.append(seq -> RunDescription.started(seq, plan, world));
        steersman = tasks.start(background("strategy"), this::steer);
        traffic = tasks.start(background("traffic"), this::play);
        if (stopWanted) {
            stop();
        }
    }

    /** Blocks until the run is over. */
    public void await() throws InterruptedException {
        var task = traffic;
        if (task != null) {
            task.join();
        }
    }

    /** What happened so far, and what is happening. */
    public EventLog log() {
        return log;
    }

    /** The strategy in force, as the user knows it: its durations are not divided by the speed. */
    public Strategy strategy() {
        return strategy;
    }

    /** What the traffic is called. */
    public String trafficName() {
        return plan.traffic().name();
    }

    /** The world that the run takes place in. */
    public World world() {
        return world;
    }

    /** How far the run is. */
    public Progress progress() {
        var stream = requests;
        return new Progress(
                state,
                dispatcher.dispatched(),
                stream == null ? 0 : stream.bytesRead(),
                plan.traffic().totalBytes(),
                failure,
                wrongInput);
    }

    /** The report of what happened so far. */
    public Report report() {
        var elapsed = Duration.ofNanos((state.isOver() ? endedAt : tasks.now()) - startedAt);
        var stream = requests;
        var remarks = stream == null ? List.<String>of() : stream.remarks();
        var facts = RunDescription.facts(plan, world, dispatcher.summary(), elapsed, remarks);
        return log.between(() -> report.report(facts));
    }

    /**
     * Runs by another strategy as soon as the requests in flight are over; pending writes are
     * flushed before. Throws, and changes nothing, if a duration is too short for the speed.
     */
    public void change(Strategy next) throws StrategyException {
        effective(next, dispatcher.pace().speed());
        steering.wish(next);
    }

    /**
     * Lets the traffic run at another speed, and all durations of the strategy with it; 0 is as
     * fast as possible.
     */
    public void speed(double speed) throws StrategyException {
        effective(strategy, speed);
        beforeTheEnd(() -> dispatcher.speed(speed));
        steering.wish(strategy);
    }

    /** Holds the traffic, or lets it go on from where it was held. What is in flight goes on. */
    public void hold(boolean hold) {
        beforeTheEnd(() -> dispatcher.hold(hold));
    }

    public double speed() {
        return dispatcher.pace().speed();
    }

    public boolean isHeld() {
        return dispatcher.pace().held();
    }

    /**
     * Lets no more requests in; the run is over when those in flight and the pending writes are.
     * Told again meanwhile, it breaks the requests off and gives the pending writes up, which its
     * log says; from then on it can't be told anything.
     */
    public void stop() {
        stopWanted = true;
        var task = traffic;
        if (task != null) {
            over.inside(() -> {
                if (!givingUp) {
                    task.cancel();
                }
                return state;
            });
        }
    }

    /**
     * Ends the run as one that failed, for a reason that is one sentence. The first reason stands.
     */
    public void fail(String reason) {
        note(reason);
        if (state != State.ENDING) {
            stop();
        }
    }

    /** Keeps the first reason. */
    private void note(String reason) {
        over.inside(() -> failure = failure == null ? reason : failure);
    }

    /** Takes a step unless the run is over: its end is the last that its log tells. */
    private void beforeTheEnd(Runnable step) {
        over.inside(() -> {
            if (!state.isOver()) {
                step.run();
            }
            return state;
        });
    }

    private void play() {
        boolean complete = false;
        try (var stream = plan.traffic().open()) {
            requests = stream;
            dispatcher.dispatch(stream, plan.limit());
            state = State.ENDING;
            admission.awaitIdle();
            complete = true;
        } catch (TrafficException wrong) {
            wrongInput = true;
            note(String.valueOf(wrong.getMessage()));
        } catch (InterruptedException stopped) {
            state = State.ENDING;
        }
        end(complete);
    }

    /**
     * Waits for what is in flight and makes pending writes durable, unless it is told again to
     * stop.
     */
    private void end(boolean complete) {
        state = State.ENDING;
        boolean flushed = false;
        try {
            endSteering();
            admission.close();
            service.pattern().close();
            flushed = true;
        } catch (InterruptedException toldAgain) {
            giveUp();
        }
        boolean whole = complete && flushed;
        beforeTheEnd(() -> {
            endedAt = tasks.now();
            log.append(seq -> new Event.RunEnded(seq, endedAt, whole));
            state = failure != null ? State.FAILED : whole ? State.COMPLETE : State.STOPPED;
        });
    }

    /** Ends what can be broken off, so that what can't be done any more is said to be lost. */
    private void giveUp() {
        over.inside(() -> givingUp = true);
        Thread.interrupted(); // from here on, nobody tells this task to stop but the end of all
        // tasks
        try {
            endSteering();
            dispatcher.cancel();
            admission.close();
            service.pattern().abandon();
        } catch (InterruptedException noTime) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A change that has begun may leave its pattern half closed; closing it again does the rest.
     */
    private void endSteering() throws InterruptedException {
        var task = steersman;
        if (task != null) {
            task.cancel();
            task.join();
        }
    }

    private void steer() throws InterruptedException {
        while (true) {
            var next = steering.take();
            if (next.isPresent()) {
                change(strategy, next.get());
            }
        }
    }

    /**
     * The old pattern ends in good order before the new one begins, so that no two patterns write
     * at once.
     */
    private void change(Strategy before, Strategy next) throws InterruptedException {
        admission.close();
        try {
            service.pattern().close();
            var effective = effective(next, dispatcher.pace().speed());
            service.use(assembly.pattern(effective));
            strategy = next;
            log.append(seq -> RunDescription.changed(seq, tasks.now(), before, next));
            admission.open(effective.concurrency());
        } catch (StrategyException | DatabaseUnavailable impossible) {
            fail(String.valueOf(impossible.getMessage()));
        }
    }

    private static Strategy effective(Strategy strategy, double speed) throws StrategyException {
        return speed == Pace.MAX ? strategy : strategy.scaled(speed);
    }

    private static Caller background(String task) {
        return Caller.background(new Cause.Background(task, List.of()), NODE);
    }

    private void awaitEnd(Duration atMost) {
        try {
            over.when(() -> traffic == null || state.isOver(), atMost, () -> state);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Stops what still runs and removes what the run has put into the stores. Does not close the
     * log. Blocks. Closing again does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (state != State.ENDING) {
            stop();
        }
        awaitEnd(ENDING_MAX);
        if (!state.isOver()) {
            stop();
            awaitEnd(GIVING_UP_MAX);
        }
        tasks.close();
        stores.close();
        ledger.close();
    }
}
