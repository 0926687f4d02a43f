package cachescope.engine.live;

import cachescope.engine.port.Monitor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A monitor over a lock and one condition; each step wakes all who wait. */
final class LiveMonitor implements Monitor {
    /** A wait that is longer than any run needs no timer. */
    private static final Duration NO_TIMER = Duration.ofDays(1_000);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @Override
    public <T> T inside(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    @Override
    public <T> Optional<T> when(BooleanSupplier ready, Duration atMost, Supplier<T> step)
            throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return isReady(ready, atMost) ? Optional.of(step(step)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean isReady(BooleanSupplier ready, Duration atMost) throws InterruptedException {
        if (atMost.compareTo(NO_TIMER) >= 0) {
            while (!ready.getAsBoolean()) {
                changed.await();
            }
            return true;
        }
        long left = TimeUnit.NANOSECONDS.convert(atMost);
        while (!ready.getAsBoolean()) {
            if (left <= 0) {
                return false;
            }
            left = changed.awaitNanos(left);
        }
        return true;
    }

    private <T> T step(Supplier<T> step) {
        try {
            return step.get();
        } finally {
            changed.signalAll();
        }
    }
}
