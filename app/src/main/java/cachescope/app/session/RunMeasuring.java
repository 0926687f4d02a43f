package cachescope.app.session;

import cachescope.app.controls.Measuring;
import cachescope.engine.event.EventLog;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.measurement.LatencyMeasurement;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the log of a run for its latencies, on a thread of its own. Safe for use by many threads.
 */
public final class RunMeasuring implements Measuring, AutoCloseable {
    private static final String NAME = "This run";

    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("latency-measuring").factory());
    private final AtomicReference<@Nullable Outcome> outcome = new AtomicReference<>();
    private final Supplier<Optional<EventLog>> run;
    private volatile boolean closed;

    /** {@code run} tells the log of the run there is. */
    public RunMeasuring(Supplier<Optional<EventLog>> run) {
        this.run = run;
    }

    @Override
    public void begin(LatencyModel otherwise) {
        var log = run.get();
        if (log.isEmpty()) {
            outcome.set(problem("There is no run to measure yet."));
        } else if (!closed) {
            worker.execute(() -> outcome.set(measure(log.get(), otherwise)));
        }
    }

    @Override
    public Optional<Outcome> take() {
        return Optional.ofNullable(outcome.getAndSet(null));
    }

    private Outcome measure(EventLog log, LatencyModel otherwise) {
        try {
            return new Outcome(
                    Optional.of(LatencyMeasurement.of(log, NAME, otherwise, () -> closed)), "");
        } catch (StrategyException tooFew) {
            return problem(tooFew.getMessage() + ".");
        } catch (UncheckedIOException unreadable) {
            return problem(String.valueOf(unreadable.getMessage()));
        }
    }

    private static Outcome problem(String sentence) {
        return new Outcome(Optional.empty(), sentence);
    }

    /** Ends the thread soon; does not wait for it. */
    @Override
    public void close() {
        closed = true;
        worker.shutdown();
    }
}
