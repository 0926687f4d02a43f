package cachescope.engine.simulation;

import cachescope.engine.port.Caller;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.RandomStream;
import cachescope.engine.port.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Time and concurrency of the simulated world. Tasks are plain blocking code on virtual threads,
 * but one runs at a time, until it waits or is over; then time jumps to the next that has something
 * to do. Of several at the same time the seed chooses. So the same seed gives the same run, however
 * fast the machine is and however many cores it has. Until it is closed, Java's virtual threads
 * share one carrier thread, which makes the turns cheap.
 *
 * <p>Threads from outside may use it too: they wait until they have the turn. A task that ends with
 * an exception other than {@link InterruptedException} has a bug: it goes to the thread's handler
 * of uncaught exceptions.
 */
public final class SimulatedTasks implements Tasks {
    /** How long, in real time, {@link #close} waits for the tasks that it told to stop. */
    public static final Duration CLOSE_WAIT = Duration.ofSeconds(5);

    private final long seed;
    private final Turns turns;
    private long started;
    private final Set<Strand> living = new LinkedHashSet<>();
    private final CountDownLatch allOver = new CountDownLatch(1);
    private final OneCarrier.Hold carrier = OneCarrier.ofJava();

    /** Tasks of a run that starts at time 0. */
    public SimulatedTasks(long seed) {
        this.seed = seed;
        this.turns = new Turns(new Agenda(seed));
    }

    @Override
    public long now() {
        return turns.now();
    }

    /** The beginning of 1970: a simulated run has no date. */
    @Override
    public Instant startedAt() {
        return Instant.EPOCH;
    }

    /** Blocks the running task; a sleep of no length lets others of the same time go first. */
    @Override
    public void sleep(Duration duration) throws InterruptedException {
        turns.take(self -> {
            turns.await(self, turns.now() + duration.toNanos());
            return self;
        });
    }

    @Override
    public Task fork(String name, Body body) {
        return Caller.CURRENT.isBound() ? start(Caller.CURRENT.get(), body) : launch(body);
    }

    @Override
    public Task start(Caller caller, Body body) {
        return launch(() -> ScopedValue.where(Caller.CURRENT, caller).call(() -> run(body)));
    }

    @Override
    public Monitor monitor() {
        return new SimulatedMonitor(turns);
    }

    @Override
    public RandomGenerator random(String stream) {
        return RandomStream.of(seed, stream);
    }

    /**
     * Tells all tasks to stop and waits until they have, at most {@link #CLOSE_WAIT}. A task that
     * is started from now on is stopped at its first wait. Not for tasks.
     */
    @Override
    public void close() {
        boolean over =
                turns.alone(() -> {
                    turns.close();
                    List.copyOf(living).forEach(this::stop);
                    return living.isEmpty();
                });
        try {
            if (!over) {
                allOver.await(CLOSE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        } finally {
            carrier.close();
        }
    }

    private Task launch(Body body) {
        return turns.alone(() -> {
            var task = new SimulatedTask(body);
            living.add(task.strand);
            turns.wake(task.strand);
            return task;
        });
    }

    private void stop(Strand strand) {
        if (!strand.isOver()) {
            strand.wantStop();
            turns.wake(strand);
        }
    }

    private void end(Strand strand) {
        strand.end();
        strand.joiners().forEach(turns::wake);
        living.remove(strand);
        if (turns.isClosed() && living.isEmpty()) {
            allOver.countDown();
        }
    }

    private static boolean run(Body body) throws InterruptedException {
        body.run();
        return true;
    }

    private final class SimulatedTask implements Task {
        final Strand strand;

        SimulatedTask(Body body) {
            this.strand = Strand.of(++started, () -> run(body));
        }

        private void run(Body body) {
            try {
                body.run();
            } catch (InterruptedException toldToStop) {
                // and so it is over
            } finally {
                end(strand);
            }
        }

        @Override
        public void join() throws InterruptedException {
            turns.take(self -> {
                join(self);
                return self;
            });
        }

        private void join(Strand self) throws InterruptedException {
            while (!strand.isOver()) {
                strand.joiners().add(self);
                try {
                    turns.await(self, Turns.NEVER);
                } finally {
                    strand.joiners().remove(self);
                }
            }
        }

        @Override
        public void cancel() {
            turns.alone(() -> {
                stop(strand);
                return strand;
            });
        }
    }
}
