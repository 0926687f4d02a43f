package cachescope.engine.simulation;

import cachescope.engine.port.Monitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A monitor among strands. As one of them runs at a time it needs no lock; whoever took a step
 * looks who can go on by it, and wakes only those.
 */
final class SimulatedMonitor implements Monitor {
    /** A wait that is longer than any run needs no appointment. */
    private static final Duration NO_APPOINTMENT = Duration.ofDays(1_000);

    private final Turns turns;
    private final List<Waiting> waiting = new ArrayList<>();

    SimulatedMonitor(Turns turns) {
        this.turns = turns;
    }

    private record Waiting(Strand strand, BooleanSupplier ready) {}

    @Override
    public <T> T inside(Supplier<T> step) {
        return turns.alone(() -> take(step));
    }

    @Override
    public <T> Optional<T> when(BooleanSupplier ready, Duration atMost, Supplier<T> step)
            throws InterruptedException {
        return turns.take(self -> when(self, ready, atMost, step));
    }

    private <T> Optional<T> when(
            Strand self, BooleanSupplier ready, Duration atMost, Supplier<T> step)
            throws InterruptedException {
        long until =
                atMost.compareTo(NO_APPOINTMENT) < 0
                        ? turns.now() + Math.max(0, atMost.toNanos())
                        : Turns.NEVER;
        while (!ready.getAsBoolean()) {
            if (turns.now() >= until) {
                return Optional.empty();
            }
            var wait = new Waiting(self, ready);
            waiting.add(wait);
            try {
                turns.await(self, until);
            } finally {
                waiting.remove(wait);
            }
        }
        return Optional.of(take(step));
    }

    private <T> T take(Supplier<T> step) {
        try {
            return step.get();
        } finally {
            wakeWhoIsReady();
        }
    }

    private void wakeWhoIsReady() {
        for (int i = waiting.size() - 1; i >= 0; i--) {
            var wait = waiting.get(i);
            if (wait.ready.getAsBoolean()) {
                waiting.remove(i);
                turns.wake(wait.strand);
            }
        }
    }
}
