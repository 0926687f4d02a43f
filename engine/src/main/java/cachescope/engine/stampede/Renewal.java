package cachescope.engine.stampede;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Locks;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.time.Duration;

/**
 * Makes a lock last while its holder loads: it is extended each time a third of its time has
 * passed. An extension that fails is tried again the next time; once the lock is lost there is
 * nothing to extend.
 */
final class Renewal {
    private static final int TIMES = 3;

    private final Locks locks;
    private final String key;
    private final String token;
    private final Duration time;
    private final Monitor monitor;
    private final Tasks.Task task;
    private boolean over;

    /** Begins. */
    Renewal(Locks locks, Tasks tasks, String key, String token, Duration time) {
        this.locks = locks;
        this.key = key;
        this.token = token;
        this.time = time;
        this.monitor = tasks.monitor();
        this.task = tasks.fork("renewal of " + key, this::renew);
    }

    private void renew() throws InterruptedException {
        boolean held = true;
        while (held && monitor.when(() -> over, time.dividedBy(TIMES), () -> true).isEmpty()) {
            held = isExtended();
        }
    }

    private boolean isExtended() {
        try {
            return locks.extend(key, token, time);
        } catch (CacheUnavailable unknown) {
            return true;
        }
    }

    /** Ends it. Blocks for an extension that is under way. */
    void end() throws InterruptedException {
        monitor.inside(() -> over = true);
        task.join();
    }
}
