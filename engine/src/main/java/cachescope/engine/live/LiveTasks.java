package cachescope.engine.live;

import cachescope.engine.event.Cause;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.RandomStream;
import cachescope.engine.port.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Time and concurrency of the live world: each task is a virtual thread, and time is the system's.
 * It owns all tasks that were started through it; none of them keeps the program alive.
 * Thread-safe.
 *
 * <p>A task that ends with an exception other than {@link InterruptedException} has a bug: it goes
 * to the thread's handler of uncaught exceptions.
 */
public final class LiveTasks implements Tasks, AutoCloseable {
    /** How long {@link #close} waits for the tasks that it told to stop. */
    public static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final long seed;
    private final Instant startedAt = Instant.now();
    private final long origin = System.nanoTime();
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Tasks of a run that starts now. */
    public LiveTasks(long seed) {
        this.seed = seed;
    }

    @Override
    public long now() {
        return System.nanoTime() - origin;
    }

    /** When the run started, by the calendar. */
    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }

    /**
     * Starts a task for the running task's caller, or for none where none is bound, as in the
     * program's own threads.
     */
    @Override
    public Task fork(String name, Body body) {
        if (!Caller.CURRENT.isBound()) {
            return launch(name, () -> untilStopped(body));
        }
        var caller = Caller.CURRENT.get();
        return launch(
                name,
                () -> ScopedValue.where(Caller.CURRENT, caller).run(() -> untilStopped(body)));
    }

    @Override
    public Task start(Caller caller, Body body) {
        return launch(
                name(caller),
                () -> ScopedValue.where(Caller.CURRENT, caller).run(() -> untilStopped(body)));
    }

    @Override
    public Monitor monitor() {
        return new LiveMonitor();
    }

    @Override
    public RandomGenerator random(String stream) {
        return RandomStream.of(seed, stream);
    }

    /**
     * Tells all tasks to stop and waits until they have, at most {@link #CLOSE_WAIT}; those that
     * have not are left behind. A task that is started from now on is told to stop at once.
     */
    @Override
    public void close() {
        closed = true;
        long deadline = System.nanoTime() + CLOSE_WAIT.toNanos();
        try {
            while (!running.isEmpty() && deadline - System.nanoTime() > 0) {
                running.forEach(Thread::interrupt);
                for (var task : running) {
                    task.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
                }
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    private Task launch(String name, Runnable work) {
        var thread = Thread.ofVirtual().name(name).unstarted(() -> tracked(work));
        running.add(thread);
        thread.start();
        if (closed) {
            thread.interrupt();
        }
        return new LiveTask(thread);
    }

    private void tracked(Runnable work) {
        try {
            work.run();
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    private static void untilStopped(Body body) {
        try {
            body.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String name(Caller caller) {
        return switch (caller.cause()) {
            case Cause.Request asker -> "request-" + asker.request();
            case Cause.Background work -> work.task();
        };
    }

    /** A task is its thread; to be told to stop is to be interrupted. */
    private record LiveTask(Thread thread) implements Task {
        @Override
        public void join() throws InterruptedException {
            thread.join();
        }

        @Override
        public void cancel() {
            thread.interrupt();
        }
    }
}
