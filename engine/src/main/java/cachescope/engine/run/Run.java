package cachescope.engine.run;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.port.Caller;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.observed.Calls;
import cachescope.engine.projection.Report;
import cachescope.engine.projection.ReportProjection;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.structure.Structures;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.TrafficException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Traffic that goes through a strategy in a world. All that happens is in its {@link #log}; the
 * report is folded while it happens. What steers a run returns at once and takes effect soon after.
 * Safe for use by many threads.
 */
public final class Run implements AutoCloseable {
    /** How long a run that is closed may take to finish what is in flight and pending. */
    private static final Duration ENDING_MAX = Duration.ofSeconds(10);

    /** How long it may then take to give the rest up. */
    private static final Duration GIVING_UP_MAX = Duration.ofSeconds(5);

    private final Plan plan;
    private final World world;
    private final EventLog log;
    private final LongSupplier wall;
    private final Tasks tasks;
    private final Ledger ledger;
    private final Stores stores;
    private final Admission admission;
    private final ApplicationNodes nodes;
    private final Dispatcher dispatcher;
    private final Disturbances disturbances;
    private final Ending ending;
    private final Steersman steersman;
    private final RunState state;
    private final ReportProjection report = new ReportProjection();
    private volatile @Nullable RequestStream requests;
    private volatile Tasks.@Nullable Task traffic;
    private volatile boolean stopWanted;
    private boolean closed;
    private volatile long startedAt;
    private volatile long endedAt;

    private Run(Plan plan, World world, EventLog log, Strategy effective) throws RunException {
        this.plan = plan;
        this.world = world;
        this.log = log;
        this.wall = world.wallClock();
        this.tasks = world.tasks(plan.seed());
        this.ledger = new Ledger(tasks::now, world::commitHistory);
        this.stores = world.open(tasks, ledger, this::original, effective.concurrency());
        this.state = new RunState(tasks.monitor());
        log.observe(report);
        log.onFailure(this::fail);
        this.admission = new Admission(tasks, effective.concurrency(), world.bytesInFlightMax());
        var calls = new Calls(log, tasks);
        var reorders = new Reorders(log, tasks, plan.reorders());
        stores.watch(reorders.ofShared());
        this.nodes =
                new ApplicationNodes(
                        stores, tasks, log, calls, reorders, ledger, world.payload(), this::fail);
        this.dispatcher =
                new Dispatcher(tasks, log, admission, nodes::route, plan.speed(), this::fail);
        this.disturbances = new Disturbances(tasks, log, stores, nodes, calls, world.payload());
        this.ending = new Ending(state, admission, nodes);
        this.steersman =
                new Steersman(
                        world,
                        tasks,
                        log,
                        admission,
                        nodes,
                        dispatcher,
                        plan.strategy(),
                        this::fail);
        begin(effective);
    }

    private void begin(Strategy effective) throws RunException {
        try {
            refuseOldRecords();
            ledger.startsAt(
                    Math.max(stores.records().highestVersion(), plan.emptyDatabase() ? 0 : 1));
            nodes.use(effective);
        } catch (DatabaseUnavailable unavailable) {
            close();
            throw RunException.failed(unavailable);
        }
    }

    /** The record of a key that was there before the run. */
    private Optional<String> original(String key) {
        return plan.emptyDatabase() ? Optional.empty() : world.payload().original();
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
     * not close it. Throws if the stores cannot be had, or if the strategy makes no sense in the
     * world or at the plan's speed.
     */
    public static Run prepare(Plan plan, World world, EventLog log)
            throws RunException, StrategyException {
        for (var change : plan.changes()) {
            world.effective(change.strategy(), plan.speed());
        }
        plan.refuseMissingNodes();
        return new Run(plan, world, log, world.effective(plan.strategy(), plan.speed()));
    }

    /** Lets the traffic in. */
    public void start() {
        startedAt = wall.getAsLong();
        state.running();
        log.append(seq -> RunDescription.started(seq, plan, world));
        traffic = tasks.start(background("traffic"), this::play);
        if (stopWanted) {
            cancel();
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
        return steersman.strategy();
    }

    /** What was to be run. */
    public Plan plan() {
        return plan;
    }

    /** The world that the run takes place in. */
    public World world() {
        return world;
    }

    /**
     * The keys that the run has in its cache now, for who looks on: in the simulated world those of
     * its present, wherever it is shown.
     */
    public KeySpace keySpace() {
        return stores.keySpace();
    }

    /** Redis' structures, beside what the run does: none of their calls is on its log. */
    public Structures structures() {
        return stores.structures();
    }

    /** How far the run is. */
    public Progress progress() {
        var stream = requests;
        return new Progress(
                state.now(),
                dispatcher.dispatched(),
                stream == null ? 0 : stream.bytesRead(),
                plan.traffic().totalBytes(),
                state.failure().orElse(null),
                state.isWrongInput());
    }

    /** The report of what happened so far. */
    public Report report() {
        var elapsed = Duration.ofNanos((state.isOver() ? endedAt : wall.getAsLong()) - startedAt);
        var stream = requests;
        var remarks = stream == null ? List.<String>of() : stream.remarks();
        var facts = RunDescription.facts(plan, world, dispatcher.summary(), elapsed, remarks);
        return log.between(() -> report.report(facts));
    }

    /**
     * Runs by another strategy as soon as the requests in flight are over; pending writes are
     * flushed before. Throws, and changes nothing, if the strategy makes no sense in the world or
     * at the speed. In the simulated world a change that is wished for from outside takes effect
     * whenever it arrives, so such a run is not repeatable: {@link Plan#changes} are.
     */
    public void change(Strategy next) throws StrategyException {
        world.effective(next, dispatcher.pace().speed());
        steersman.wish(next);
    }

    /**
     * Lets the traffic run at another speed, and all durations of the strategy with it; 0 is as
     * fast as possible.
     */
    public void speed(double speed) throws StrategyException {
        world.effective(strategy(), speed);
        state.beforeTheEnd(() -> dispatcher.speed(speed));
        steersman.wish(strategy());
    }

    /**
     * Makes something go wrong, soon. Throws, and does nothing, if it can't be here. In the
     * simulated world such a run is not repeatable: {@link Plan#disturbances} are.
     */
    public void disturb(Disturbance disturbance) throws RunException {
        var reason = reasonAgainst(disturbance);
        if (reason.isPresent()) {
            throw RunException.wrongInput(reason.get(), null);
        }
        disturbances.wish(disturbance);
    }

    /** Why something can't be made go wrong here, in a sentence; empty if it can. */
    public Optional<String> reasonAgainst(Disturbance disturbance) {
        return switch (disturbance) {
            case Disturbance.PauseRedis _ -> stores.reasonAgainstPausing();
            case Disturbance.OfNode some when nodes.named(some.node()).isEmpty() ->
                    Optional.of("There is no node " + some.node() + " now.");
            default -> Optional.empty();
        };
    }

    /** Holds the traffic, or lets it go on from where it was held. What is in flight goes on. */
    public void hold(boolean hold) {
        state.beforeTheEnd(() -> dispatcher.hold(hold));
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
        state.toldToStop();
        cancel();
    }

    private void cancel() {
        stopWanted = true;
        var task = traffic;
        if (task != null) {
            state.unlessGivingUp(task::cancel);
        }
    }

    /**
     * Ends the run as one that failed, for a reason that is one sentence. The first reason stands.
     */
    public void fail(String reason) {
        state.fails(reason);
        if (!state.isEnding()) {
            cancel();
        }
    }

    private void play() {
        state.beforeTheEnd(dispatcher::begin);
        nodes.begin();
        var steering = tasks.start(background("strategy"), () -> steersman.steer(plan.changes()));
        var disturbing =
                tasks.start(Disturbances.caller(), () -> disturbances.work(plan.disturbances()));
        boolean complete = false;
        try (var stream = plan.traffic().open()) {
            requests = stream;
            dispatcher.dispatch(stream, plan.limit());
            state.ending();
            admission.awaitIdle();
            complete = true;
        } catch (TrafficException wrong) {
            state.failsByInput(String.valueOf(wrong.getMessage()));
        } catch (UncheckedIOException unreadable) {
            state.fails(String.valueOf(unreadable.getMessage()));
            state.ending();
        } catch (InterruptedException stopped) {
            state.ending();
        }
        boolean inGoodOrder = ending.isInGoodOrder(List.of(steering, disturbing));
        end(complete && inGoodOrder);
    }

    private void end(boolean whole) {
        state.end(
                whole,
                () -> {
                    endedAt = wall.getAsLong();
                    log.end(seq -> new Event.RunEnded(seq, tasks.now(), whole));
                });
    }

    private static Caller background(String task) {
        return Caller.background(new Cause.Background(task, List.of()), ApplicationNodes.name(1));
    }

    private void awaitEnd(Duration atMost) {
        try {
            if (traffic != null) {
                state.awaitEnd(atMost);
            }
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
        if (!state.isEnding()) {
            cancel();
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
