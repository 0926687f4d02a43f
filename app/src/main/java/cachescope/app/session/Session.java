package cachescope.app.session;

import cachescope.engine.event.EventFileException;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import cachescope.engine.run.Plan;
import cachescope.engine.run.Run;
import cachescope.engine.run.RunException;
import cachescope.engine.run.World;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import cachescope.engine.traffic.TrafficSummary;
import cachescope.engine.traffic.TrafficTally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a window, one after another in one world, and the saved logs between them. All calls
 * return at once; a thread of the session does the work, and what came of it is in {@link #state},
 * which the window looks at once a frame. Safe for use by many threads.
 */
public final class Session implements AutoCloseable {
    private static final long CLOSING_SECONDS_MAX = 15;

    /** How long a recording may be that is read ahead to know its length. */
    private static final long SURVEYED_BYTES_MAX = 8 << 20;

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("session").factory());
    private final WorldSource worlds;
    private final List<EventLog> retired = new ArrayList<>();
    private volatile State state = State.EMPTY;
    private @Nullable World world;

    public Session(WorldSource worlds) {
        this.worlds = worlds;
    }

    /** Opens the world in which all runs of the session take place. */
    @FunctionalInterface
    public interface WorldSource {
        World open() throws RunException;
    }

    /** Finds the traffic of a run. */
    @FunctionalInterface
    public interface TrafficSource {
        Traffic open() throws TrafficException;
    }

    /**
     * Where the session is.
     *
     * @param run the run to show; absent before the first, and while a saved log is shown
     * @param source where the traffic of that run is from
     * @param saved the saved log to show; absent while a run is
     * @param opening whether another is being opened
     * @param survey what the whole recording of that run holds, once it is known
     * @param message what last went wrong, in one sentence; empty if nothing did
     * @param messages how many messages there were, so that the same sentence twice is told twice
     */
    public record State(
            @Nullable Run run,
            @Nullable TrafficSource source,
            @Nullable SavedLog saved,
            boolean opening,
            Optional<TrafficSummary> survey,
            String message,
            int messages) {
        static final State EMPTY = new State(null, null, null, false, Optional.empty(), "", 0);

        State open() {
            return new State(run, source, saved, true, survey, message, messages);
        }

        State with(Run next, TrafficSource from) {
            return new State(next, from, null, false, Optional.empty(), message, messages);
        }

        State with(SavedLog next) {
            return new State(null, null, next, false, Optional.empty(), message, messages);
        }

        State with(TrafficSummary surveyed) {
            return new State(run, source, saved, opening, Optional.of(surveyed), message, messages);
        }

        State told(@Nullable String sentence) {
            return new State(
                    run, source, saved, false, survey, String.valueOf(sentence), messages + 1);
        }
    }

    public State state() {
        return state;
    }

    /** Opens the world already, so that the first run need not wait for it. */
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
     * Ends the run there is and plays traffic by a strategy; if that cannot be, the old run stays
     * and a message says why.
     */
    public void play(TrafficSource traffic, Strategy strategy, double speed) {
        worker.execute(() -> begin(traffic, strategy, speed));
    }

    /**
     * Ends the run there is and shows a saved log; if it is none, the old run stays and a message
     * says why.
     */
    public void watch(Path file) {
        worker.execute(() -> beginWatching(file));
    }

    /** Runs by another strategy. */
    public void change(Strategy strategy) {
        steer(run -> run.change(strategy));
    }

    /** Lets the traffic run at another speed. */
    public void speed(double speed) {
        steer(run -> run.speed(speed));
    }

    /** Holds the traffic, or lets it go on. */
    public void hold(boolean hold) {
        steer(run -> run.hold(hold));
    }

    /** Ends the run there is, or the reading of a saved log; what is there stays to be seen. */
    public void stop() {
        var saved = state.saved;
        if (saved != null) {
            saved.cancel();
        }
        steer(Run::stop);
    }

    /** Says that the window shows a log now and none before it, so that those can be forgotten. */
    public void shows(EventLog shown) {
        worker.execute(() -> {
            retired.stream().filter(log -> log != shown).forEach(EventLog::close);
            retired.removeIf(log -> log != shown);
        });
    }

    private void beginWatching(Path file) {
        state = state.open();
        try {
            var saved = SavedLog.open(file);
            retire();
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
            var log = new EventLog(History.SPILL, EventLog.WINDOW_EVENTS);
            var plan = Plan.of(strategy, traffic).withSpeed(speed);
            var run = Run.prepare(plan, opened, log);
            retire();
            run.start();
            state = state.with(run, source);
            survey(traffic);
        } catch (TrafficException | RunException | StrategyException refused) {
            state = state.told(refused.getMessage());
        }
    }

    /**
     * Reads a recording that is not too long to its end, to know how long it is. What is wrong in
     * it the run will tell.
     */
    private void survey(Traffic traffic) throws TrafficException {
        if (traffic.totalBytes().orElse(Long.MAX_VALUE) > SURVEYED_BYTES_MAX) {
            return;
        }
        var tally = new TrafficTally();
        try (var requests = traffic.open()) {
            for (var next = requests.next(); next.isPresent(); next = requests.next()) {
                tally.add(next.get());
            }
        }
        state = state.with(tally.summary());
    }

    private World world() throws RunException {
        var opened = world == null ? worlds.open() : world;
        world = opened;
        return opened;
    }

    /** Ends what there is, and keeps its log until the window shows another. */
    private void retire() {
        var run = state.run;
        if (run != null) {
            run.close();
            retired.add(run.log());
        }
        var saved = state.saved;
        if (saved != null) {
            saved.close();
            retired.add(saved.log());
        }
    }

    @FunctionalInterface
    private interface Steering {
        void accept(Run run) throws StrategyException;
    }

    private void steer(Steering steering) {
        worker.execute(() -> {
            var run = state.run;
            if (run != null) {
                try {
                    steering.accept(run);
                } catch (StrategyException refused) {
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
        retire();
        retired.forEach(EventLog::close);
        if (world != null) {
            world.close();
        }
    }
}
