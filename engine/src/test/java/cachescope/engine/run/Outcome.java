package cachescope.engine.run;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.projection.Report;
import cachescope.engine.strategy.StrategyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What came of a plan in a world: its whole log and its report. */
record Outcome(List<Event> events, Report report, Progress progress) {

    /** Runs a plan in a simulated world of its own. */
    static Outcome simulated(Plan plan)
            throws RunException, StrategyException, InterruptedException {
        try (var world = new SimulatedWorld()) {
            return in(world, plan);
        }
    }

    static Outcome in(World world, Plan plan)
            throws RunException, StrategyException, InterruptedException {
        var events = new ArrayList<Event>();
        return in(world, plan, events::add, events);
    }

    /** Runs a plan in a simulated world and tells its log to one observer; nothing is kept. */
    static void observed(Plan plan, Consumer<? super Event> observer)
            throws RunException, StrategyException, InterruptedException {
        try (var world = new SimulatedWorld()) {
            in(world, plan, observer, List.of());
        }
    }

    private static Outcome in(
            World world, Plan plan, Consumer<? super Event> observer, List<Event> events)
            throws RunException, StrategyException, InterruptedException {
        try (var log = new EventLog()) {
            log.observe(observer);
            try (var run = Run.prepare(plan, world, log)) {
                run.start();
                run.await();
                var report = run.report();
                return new Outcome(List.copyOf(events), report, run.progress());
            }
        }
    }

    <E extends Event> List<E> all(Class<E> type) {
        return stream(type).toList();
    }

    <E extends Event> Stream<E> stream(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }
}
