package cachescope.engine.run;

import cachescope.engine.port.Monitor;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest wish for another strategy: a later one replaces one that has not been taken up yet.
 */
final class Steering<T> {
    private final Monitor monitor;
    private @Nullable T wish;

    Steering(Monitor monitor) {
        this.monitor = monitor;
    }

    /** Returns at once. */
    void wish(T next) {
        monitor.inside(() -> wish = next);
    }

    /** Blocks until there is a wish, and takes it up. */
    Optional<T> take() throws InterruptedException {
        return monitor.when(
                () -> wish != null,
                Monitor.FOR_EVER,
                () -> {
                    T taken = Objects.requireNonNull(wish);
                    wish = null;
                    return taken;
                });
    }
}
