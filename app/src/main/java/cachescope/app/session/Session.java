package cachescope.app.session;

import cachescope.engine.event.EventFileException;
import cachescope.engine.event.EventLog;
import cachescope.engine.run.Disturbance;
import cachescope.engine.run.Plan;
import cachescope.engine.run.Run;
import cachescope.engine.run.RunException;
import cachescope.engine.run.World;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a window, one after another, and the saved logs between them. Live runs take place in
 * one world; of simulated ones there may be two, a first one and a branch of it. All calls return
 * at once; a thread of the session does the work, and what came of it is in {@link #state}, which
 * the window looks at once a frame. Safe for use by many threads.
 */
public final class Session implements AutoCloseable {
    private static final long CLOSING_SECONDS_MAX = 15;

    /** One thread; what is asked for after the end is passed over. */
    private final ExecutorService worker =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("session").factory(),
                    new ThreadPoolExecutor.DiscardPolicy());

    private final WorldSource worlds;
    private final RetiredLogs retired = new RetiredLogs();
    private final Forks forks = new Forks();
    private volatile State state = State.EMPTY;
    private @Nullable World world;

    /**
     * @param worlds opens the live world, when it is first needed
     */
    public Session(WorldSource worlds) {
        this.worlds = worlds;
    }

    /** Opens the world in which all live runs of the session take place. */
    @FunctionalInterface
    public interface WorldSource {
        World open() throws RunException;
    }

    public State state() {
        return state;
    }

    /** Opens the live world already, so that the first run need not wait for it. */
    public void prepare() {
        worker.execute(() -> {
            try {
                world();
            } catch (RunException refused) {
                state = state.told(refused.getMessage());
            }
        });
    }

    /**
     * Ends what there is and plays traffic live by a strategy; if that cannot be, what there is
     * stays and a message says why.
     */
    public void play(TrafficSource traffic, Strategy strategy, double speed) {
        worker.execute(() -> begin(traffic, strategy, speed));
    }

    /**
     * Runs traffic in the simulated world, from its start and as fast as the machine can; it is
     * {@link State#coming} until {@link #adopt}. If that cannot be, a message says why.
     *
     * @param at when it is to be shown
     */
    public void simulate(TrafficSource traffic, Strategy strategy, long seed, long at) {
        forks.want(() -> forks.first(traffic, strategy, seed, at));
        worker.execute(this::beginWanted);
    }

    /**
     * Runs a simulated run again up to a time, and by another plan from then on; it is {@link
     * State#coming} until {@link #adopt}. Of several wishes that wait the last one counts, and a
     * run that was coming is given up.
     *
     * @param branched whether it leaves the second run and not the first
     * @param turn makes the other plan, which is the same up to that time
     */
    public void branch(boolean branched, long at, UnaryOperator<Plan> turn) {
        forks.want(() -> forks.branch(state, branched, at, turn));
        worker.execute(this::beginWanted);
    }

    /** Puts a run that has come to its time in its place; what was there before is over. */
    public void adopt(Fork arrived) {
        worker.execute(() -> {
            if (arrived.equals(state.coming())) {
                take(arrived);
            }
        });
    }

    /** Gives up the run that is coming, if it is this one; what there is stays. */
    public void giveUp(Fork coming) {
        worker.execute(() -> {
            if (coming.equals(state.coming())) {
                dropComing();
            }
        });
    }

    /**
     * Ends what there is and shows a saved log; if it is none, what there is stays and a message
     * says why.
     */
    public void watch(Path file) {
        worker.execute(() -> beginWatching(file));
    }

    /** Runs live by another strategy. */
    public void change(Strategy strategy) {
        steer(run -> run.change(strategy));
    }

    /** Makes something go wrong in the run; a message says why if that can't be. */
    public void disturb(Disturbance disturbance) {
        steer(run -> run.disturb(disturbance));
    }

    /** Lets the traffic run at another speed. */
    public void speed(double speed) {
        steer(run -> run.speed(speed));
    }

    /** Holds the traffic, or lets it go on. */
    public void hold(boolean hold) {
        steer(run -> run.hold(hold));
    }

    /** Ends the runs there are, or the reading of a saved log; what is there stays to be seen. */
    public void stop() {
        var saved = state.saved();
        if (saved != null) {
            saved.cancel();
        }
        worker.execute(() -> state.runs().forEach(Run::stop));
    }

    /**
     * Says that the window shows this log now and none that is over beside it, so that those can be
     * forgotten.
     */
    public void shows(EventLog shown) {
        worker.execute(() ->
                retired.closeUnless(log -> log == shown || log == trafficLog(state.source())));
    }

    private static @Nullable EventLog trafficLog(@Nullable TrafficSource source) {
        return source == null ? null : source.log().orElse(null);
    }

    private void beginWatching(Path file) {
        state = state.open();
        try {
            var saved = SavedLog.open(file);
            retired.retire(state);
            state = state.with(saved);
        } catch (EventFileException refused) {
            state = state.told(refused.getMessage());
        }
    }

    private void begin(TrafficSource source, Strategy strategy, double speed) {
        state = state.open();
        try {
            var traffic = source.open();
            var opened = world();
            var plan = Forks.plan(source, traffic, strategy, speed);
            var run = Forks.prepare(plan, opened);
            retired.retire(state);
            run.start();
            state = state.with(run, source);
            survey(traffic);
        } catch (TrafficException | RunException | StrategyException refused) {
            state = state.told(refused.getMessage());
        }
    }

    private void beginWanted() {
        var wanted = forks.takeWanted();
        if (wanted.isEmpty()) {
            return;
        }
        dropComing();
        try {
            state = state.withComing(wanted.get().begin().orElse(null));
        } catch (TrafficException | RunException | StrategyException refused) {
            state = state.told(refused.getMessage());
        }
    }

    private void take(Fork arrived) {
        var before = state;
        if (arrived.isBranch()) {
            state = before.withBranch(arrived);
            retired.retire(before.branch());
            return;
        }
        state = before.withComing(null).with(arrived.run(), arrived.source());
        retired.retire(before.withComing(null));
        try {
            survey(arrived.run().plan().traffic());
        } catch (TrafficException refused) {
            state = state.told(refused.getMessage());
        }
    }

    private void dropComing() {
        var coming = state.coming();
        state = state.withComing(null);
        RetiredLogs.discard(coming);
    }

    /** Looks how long the recording of the run is. What is wrong in it the run will tell. */
    private void survey(Traffic traffic) throws TrafficException {
        var surveyed = Survey.of(traffic);
        if (surveyed.isPresent()) {
            state = state.with(surveyed.get());
        }
    }

    private World world() throws RunException {
        var opened = world == null ? worlds.open() : world;
        world = opened;
        return opened;
    }

    @FunctionalInterface
    private interface Steering {
        void accept(Run run) throws StrategyException, RunException;
    }

    private void steer(Steering steering) {
        worker.execute(() -> {
            var run = state.run();
            if (run != null) {
                try {
                    steering.accept(run);
                } catch (StrategyException | RunException refused) {
                    state = state.told(refused.getMessage());
                }
            }
        });
    }

    /** Ends everything and gives the world back. Blocks for a bounded time. */
    @Override
    public void close() {
        worker.execute(this::end);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(CLOSING_SECONDS_MAX, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        retired.retire(state);
        retired.closeUnless(_ -> false);
        if (world != null) {
            world.close();
        }
    }
}
