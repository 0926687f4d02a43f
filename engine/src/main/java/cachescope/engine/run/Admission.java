package cachescope.engine.run;

import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.util.function.Supplier;

/**
 * Lets requests in: at most so many at once, and so many bytes of keys and values, none while the
 * strategy is being changed. A request that alone is larger than the limit is let in when it is the
 * only one.
 */
final class Admission {
    private final Monitor monitor;
    private final long bytesMax;
    private int concurrency;
    private int inFlight;
    private long bytesInFlight;
    private boolean closed;

    Admission(Tasks tasks, int concurrency, long bytesMax) {
        this.monitor = tasks.monitor();
        this.concurrency = concurrency;
        this.bytesMax = bytesMax;
    }

    /** Blocks until the request may go. */
    void enter(long bytes) throws InterruptedException {
        monitor.when(
                () ->
                        !closed
                                && inFlight < concurrency
                                && (inFlight == 0 || bytesInFlight + bytes <= bytesMax),
                Monitor.FOR_EVER,
                () -> {
                    bytesInFlight += bytes;
                    return ++inFlight;
                });
    }

    /** Says that a request which was let in is over. */
    void leave(long bytes) {
        monitor.inside(() -> {
            bytesInFlight -= bytes;
            return --inFlight;
        });
    }

    /** Lets nobody in any more and blocks until all who are in are over. */
    void close() throws InterruptedException {
        monitor.inside(() -> closed = true);
        awaitIdle();
    }

    void open(int newConcurrency) {
        monitor.inside(() -> {
            concurrency = newConcurrency;
            closed = false;
            return newConcurrency;
        });
    }

    /** Blocks until no request is in flight. */
    void awaitIdle() throws InterruptedException {
        Supplier<Integer> nothing = () -> inFlight;
        monitor.when(() -> inFlight == 0, Monitor.FOR_EVER, nothing);
    }
}
