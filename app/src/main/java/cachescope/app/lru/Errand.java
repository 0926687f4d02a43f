package cachescope.app.lru;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Work on a thread of its own, of which only the last that was asked for matters. The thread is
 * there only while there is work. Safe for use by many threads.
 */
final class Errand<W, R> {
    /** After so long without a wish the thread ends; the next wish starts another. */
    private static final long IDLE_SECONDS = 5;

    private final ExecutorService worker =
            new ThreadPoolExecutor(
                    0,
                    1,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    Thread.ofPlatform().daemon().name("list-reader").factory());
    private final AtomicReference<@Nullable W> next = new AtomicReference<>();
    private final AtomicReference<@Nullable R> found = new AtomicReference<>();
    private final Function<W, Optional<R>> work;
    private volatile @Nullable String failure;

    /**
     * The work is done on one thread at a time; it may give up where {@link #newer} tells it to.
     */
    Errand(Function<W, Optional<R>> work) {
        this.work = work;
    }

    /** Asks; returns at once. */
    void order(W wish) {
        if (next.getAndSet(wish) == null) {
            worker.execute(this::run);
        }
    }

    /** What is asked for by now, if it is not begun. */
    Optional<W> newer() {
        return Optional.ofNullable(next.get());
    }

    /** The newest result that was not taken. */
    Optional<R> take() {
        return Optional.ofNullable(found.getAndSet(null));
    }

    /** Why what was asked for last could not be done, in a sentence. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    private void run() {
        var wish = next.getAndSet(null);
        if (wish == null) {
            return;
        }
        failure = null;
        try {
            work.apply(wish).ifPresent(found::set);
        } catch (UncheckedIOException unreadable) {
            failure = String.valueOf(unreadable.getMessage());
        }
    }
}
