package cachescope.engine.projection;

import cachescope.engine.event.Event;

/** What was done against stampedes: early loads, waits for the loads of others, waits given up. */
final class GuardSteps {
    private long earlyRefreshes;
    private long waits;
    private long timeouts;

    void refreshed() {
        earlyRefreshes++;
    }

    void waits(Event.WaitStarted wait) {
        waits += wait.isForLoad() ? 1 : 0;
    }

    void did(Event.OfGuard step) {
        timeouts += step instanceof Event.LockTimedOut ? 1 : 0;
    }

    long earlyRefreshes() {
        return earlyRefreshes;
    }

    long lockWaits() {
        return waits;
    }

    long lockTimeouts() {
        return timeouts;
    }
}
