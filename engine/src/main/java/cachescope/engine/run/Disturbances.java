package cachescope.engine.run;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.port.Caller;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Glob;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.RecordStore;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.observed.Calls;
import cachescope.engine.port.observed.ObservedRecords;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * Makes things go wrong on purpose: at the times of a plan, and whenever somebody wishes it. What
 * is done is in the log, by a task that stands outside all application nodes.
 */
final class Disturbances {
    /** Where it is done: at no application node. */
    static final String OUTSIDE = "outside";

    private final Tasks tasks;
    private final EventSink sink;
    private final Stores stores;
    private final ApplicationNodes nodes;
    private final RecordStore records;
    private final Payload payload;
    private final Monitor monitor;
    private final Queue<Disturbance> wishes = new ArrayDeque<>();

    Disturbances(
            Tasks tasks,
            EventSink sink,
            Stores stores,
            ApplicationNodes nodes,
            Calls calls,
            Payload payload) {
        this.tasks = tasks;
        this.sink = sink;
        this.stores = stores;
        this.nodes = nodes;
        this.records = new ObservedRecords(stores.records(), false, calls);
        this.payload = payload;
        this.monitor = tasks.monitor();
    }

    /** On whose behalf it is done. */
    static Caller caller() {
        return Caller.background(new Cause.Background("disturbance", List.of()), OUTSIDE);
    }

    /**
     * Wants something to go wrong soon; what is wished for first is done first. Returns at once.
     */
    void wish(Disturbance disturbance) {
        monitor.inside(() -> wishes.add(disturbance));
    }

    /** What is done until told to stop. */
    void work(List<PlannedDisturbance> plan) throws InterruptedException {
        for (var planned : plan) {
            while (tasks.now() < planned.at()) {
                fulfil(Duration.ofNanos(planned.at() - tasks.now()));
            }
            disturb(planned.disturbance());
        }
        while (true) {
            fulfil(Monitor.FOR_EVER);
        }
    }

    /** Fulfils the next wish, if there is one within that time. */
    private void fulfil(Duration atMost) throws InterruptedException {
        var wish = monitor.when(() -> !wishes.isEmpty(), atMost, wishes::remove);
        if (wish.isPresent()) {
            disturb(wish.get());
        }
    }

    private void disturb(Disturbance disturbance) throws InterruptedException {
        sink.append(seq -> new Event.Disturbed(seq, tasks.now(), disturbance.words()));
        switch (disturbance) {
            case Disturbance.KillNode kill ->
                    nodes.named(kill.node()).ifPresent(node -> node.kill(true));
            case Disturbance.StartNode start ->
                    nodes.named(start.node()).ifPresent(node -> node.kill(false));
            case Disturbance.CutSubscription cut ->
                    nodes.named(cut.node()).ifPresent(ApplicationNode::cutSubscription);
            case Disturbance.PauseRedis pause -> stores.pauseCache(pause.time());
            case Disturbance.ExpireKey expire -> nodes.expire(expire.key());
            case Disturbance.LoseNextMessage lose ->
                    nodes.named(lose.node()).ifPresent(ApplicationNode::loseNextMessage);
            case Disturbance.InvalidateMatching drop -> nodes.drop(new Glob(drop.glob()));
            case Disturbance.WriteOutside write -> write(write.key());
        }
    }

    private void write(String key) {
        try {
            records.write(key, payload.outside());
        } catch (DatabaseUnavailable unavailable) {
            return; // the log says so
        }
    }
}
