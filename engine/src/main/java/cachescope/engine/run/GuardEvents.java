package cachescope.engine.run;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Tasks;
import cachescope.engine.stampede.GuardListener;

/** What guards do between their calls, as events. */
final class GuardEvents implements GuardListener {
    private final EventSink sink;
    private final Tasks tasks;
    private final String node;

    GuardEvents(EventSink sink, Tasks tasks, String node) {
        this.sink = sink;
        this.tasks = tasks;
        this.node = node;
    }

    @Override
    public void reloadStarted(String key) {
        long at = tasks.now();
        sink.append(seq -> new Event.RefreshStarted(seq, at, cause(), node, key));
    }

    @Override
    public void lateReloadStarted(String key) {
        long at = tasks.now();
        sink.append(seq -> new Event.LateRefreshStarted(seq, at, cause(), node, key));
    }

    @Override
    public void reloadEnded(String key, long startedAt, long version) {
        long at = tasks.now();
        sink.append(seq -> new Event.RefreshEnded(seq, startedAt, at, cause(), node, key, version));
    }

    @Override
    public void graceServed(String key, Entry entry, long overdue) {
        long at = tasks.now();
        long version = entry.version();
        sink.append(seq -> new Event.GraceServed(seq, at, cause(), node, key, version, overdue));
    }

    @Override
    public void waitStarted(String key, String reason) {
        long at = tasks.now();
        sink.append(seq -> new Event.WaitStarted(seq, at, cause(), node, key, reason));
    }

    @Override
    public void waitEnded(String key, long startedAt, String reason) {
        long at = tasks.now();
        sink.append(seq -> new Event.WaitEnded(seq, startedAt, at, cause(), node, key, reason));
    }

    @Override
    public void timedOut(String key, long startedAt) {
        long at = tasks.now();
        sink.append(seq -> new Event.LockTimedOut(seq, startedAt, at, cause(), node, key));
    }

    private static Cause cause() {
        return Caller.CURRENT.get().cause();
    }
}
