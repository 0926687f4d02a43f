package cachescope.engine.projection;

import cachescope.engine.event.Event;

/**
 * From when a request's latency counts: from its arrival by the recording, so that a jam is not
 * hidden, except in the live world while requests are let in as fast as possible (speed 0), where
 * it counts from its start.
 */
final class LatencyStart {
    private boolean live = true;
    private double speed;

    LatencyStart copy() {
        var copy = new LatencyStart();
        copy.live = live;
        copy.speed = speed;
        return copy;
    }

    void began(Event.RunStarted run) {
        live = !run.world().equals("simulated");
        speed = run.speed();
    }

    void changed(Event.PaceChanged pace) {
        speed = pace.speed();
    }

    /** The latency of a request that has ended, in nanoseconds. */
    long latency(Event.RequestEnded ended) {
        boolean fromStart = live && speed == 0;
        return Math.max(0, ended.at() - (fromStart ? ended.startedAt() : ended.arrivedAt()));
    }
}
