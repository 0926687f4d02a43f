package cachescope.engine.run;

import cachescope.engine.event.EventSink;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Tasks;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Changes the strategy of a run: where the plan says so, and then whenever somebody wishes it. The
 * old pattern ends in good order before the new one begins, so that no two patterns write at once.
 */
final class Steersman {
    private final World world;
    private final Tasks tasks;
    private final EventSink sink;
    private final Admission admission;
    private final ApplicationNodes nodes;
    private final Dispatcher dispatcher;
    private final Consumer<String> failure;
    private final Steering<Strategy> steering;
    private volatile Strategy strategy;

    /** {@code failure} is told, in a sentence, if the run cannot go on. */
    Steersman(
            World world,
            Tasks tasks,
            EventSink sink,
            Admission admission,
            ApplicationNodes nodes,
            Dispatcher dispatcher,
            Strategy strategy,
            Consumer<String> failure) {
        this.world = world;
        this.tasks = tasks;
        this.sink = sink;
        this.admission = admission;
        this.nodes = nodes;
        this.dispatcher = dispatcher;
        this.strategy = strategy;
        this.failure = failure;
        this.steering = new Steering<>(tasks.monitor());
    }

    /** The strategy in force, as the user knows it. */
    Strategy strategy() {
        return strategy;
    }

    /** Wants another strategy as soon as may be. Returns at once. */
    void wish(Strategy next) {
        steering.wish(next);
    }

    /** What the steersman does until told to stop. */
    void steer(List<PlannedChange> plan) throws InterruptedException {
        for (var planned : plan) {
            tasks.sleep(Duration.ofNanos(Math.max(0, planned.at() - tasks.now())));
            change(planned.strategy());
        }
        while (true) {
            var next = steering.take();
            if (next.isPresent()) {
                change(next.get());
            }
        }
    }

    private void change(Strategy next) throws InterruptedException {
        var before = strategy;
        admission.close();
        try {
            nodes.finish();
            var effective = world.effective(next, dispatcher.pace().speed());
            nodes.use(effective);
            strategy = next;
            if (!next.equals(before)) {
                sink.append(seq -> RunDescription.changed(seq, tasks.now(), before, next));
            }
            admission.open(effective.concurrency());
        } catch (StrategyException | DatabaseUnavailable impossible) {
            failure.accept(String.valueOf(impossible.getMessage()));
        }
    }
}
