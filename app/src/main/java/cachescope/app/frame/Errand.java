package cachescope.app.frame;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that blocks and so is done elsewhere than on the FX thread, one at a time; what comes of it
 * waits until a frame takes it. Begun and taken on the FX thread.
 */
public final class Errand<T> {
    private final Executor worker;
    private final AtomicReference<@Nullable T> outcome = new AtomicReference<>();
    private volatile boolean busy;

    /** Work is done on virtual threads. */
    public Errand() {
        this(Thread::startVirtualThread);
    }

    public Errand(Executor worker) {
        this.worker = worker;
    }

    /**
     * Begins some work, and returns at once; false, and nothing begins, while other work is done.
     */
    public boolean begin(Supplier<T> work) {
        if (busy || outcome.get() != null) {
            return false;
        }
        busy = true;
        worker.execute(() -> {
            try {
                outcome.set(work.get());
            } finally {
                busy = false;
            }
        });
        return true;
    }

    /** What came of the work, once; empty before and afterwards. */
    public Optional<T> take() {
        return Optional.ofNullable(outcome.getAndSet(null));
    }
}
