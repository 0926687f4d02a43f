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
            return await(ready, atMost) ? Optional.of(step(step)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private boolean await(BooleanSupplier ready, Duration atMost) throws InterruptedException {
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
