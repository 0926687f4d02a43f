package cachescope.engine.port;

import java.time.Duration;

/**
 * A turn that one task has at a time, so that calls are made one after another and in the order of
 * their numbers, which count from 1. Safe for use by many tasks at once.
 */
public final class Turn {
    /** How long a call waits for those before it. */
    public static final Duration WAIT_MAX = Duration.ofSeconds(2);

    private final Monitor monitor;
    private boolean taken;
    private long number;

    public Turn(Tasks tasks) {
        this.monitor = tasks.monitor();
    }

    /** A call of the cache under a number. */
    @FunctionalInterface
    public interface Call {
        void under(long number) throws CacheUnavailable;
    }

    /**
     * Makes a call when its turn comes. Its number is used up even if it fails. Blocks for the
     * calls before it, at most {@link #WAIT_MAX}, and then fails.
     */
    public void make(Call call) throws CacheUnavailable {
        long mine = take();
        try {
            call.under(mine);
        } finally {
            monitor.inside(() -> taken = false);
        }
    }

    private long take() throws CacheUnavailable {
        try {
            return monitor.when(() -> !taken, WAIT_MAX, this::next)
                    .orElseThrow(() ->
                            new CacheUnavailable(
                                    "Redis has not answered the calls before this one.",
                                    false,
                                    null));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CacheUnavailable(
                    "the call was given up because the run is stopping", false, stopped);
        }
    }

    private long next() {
        taken = true;
        return ++number;
    }
}
