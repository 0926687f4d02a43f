package cachescope.app.frame;

import cachescope.engine.event.EventLog;
import java.util.Optional;

/** A log with the threads that read it for the window. */
final class OpenLog implements AutoCloseable {
    private final EventLog log;
    private final Follower follower;
    private final Seeker seeker;

    private OpenLog(EventLog log, Follower follower) {
        this.log = log;
        this.follower = follower;
        this.seeker = new Seeker(log, follower.keyframes());
    }

    /** Begins to read a log. */
    static OpenLog of(EventLog log) {
        return new OpenLog(log, Follower.of(log));
    }

    EventLog log() {
        return log;
    }

    /** What is known of the whole run by now. */
    Follower.Published published() {
        return follower.published();
    }

    Seeker seeker() {
        return seeker;
    }

    /** Why the log cannot be read, in a sentence; empty if all is well. */
    Optional<String> failure() {
        return follower.failure().or(seeker::failure);
    }

    /** Ends the threads soon; the log stays open. */
    @Override
    public void close() {
        follower.close();
        seeker.close();
    }
}
