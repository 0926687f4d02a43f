package cachescope.engine.sizing;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** How far a sizing is, and whether it is to stop; for any thread. */
public final class Advance {
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong steps = new AtomicLong();
    private final AtomicLong totalSteps = new AtomicLong();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** Tells the sizing to end soon with what it has. */
    public void stop() {
        stopped.set(true);
    }

    public boolean isStopped() {
        return stopped.get();
    }

    /** How many requests were looked at, each again for every policy and capacity. */
    public long requests() {
        return requests.get();
    }

    /** Such a part of the whole was done, from 0 to 100; absent where that cannot be told. */
    public OptionalLong percent() {
        long total = totalSteps.get();
        return total <= 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.min(100, steps.get() * 100 / total));
    }

    /** From now on the whole is so many steps, of which none is done. */
    void begin(long total) {
        steps.set(0);
        totalSteps.set(total);
    }

    void reached(long step) {
        steps.set(step);
    }

    void addSteps(long more) {
        steps.addAndGet(more);
    }

    void addRequests(long more) {
        requests.addAndGet(more);
    }
}
