package cachescope.engine.run;

import cachescope.engine.event.Event;
import cachescope.engine.projection.Report;
import cachescope.engine.projection.RunFacts;
import cachescope.engine.strategy.Durations;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyChange;
import cachescope.engine.strategy.StrategyJson;
import cachescope.engine.traffic.TrafficSummary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** A run in the words of its log and its report. */
final class RunDescription {
    private RunDescription() {}

    static Event started(long seq, Plan plan, World world) {
        var traffic =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", plan.traffic().name())
                        .put("format", plan.traffic().format());
        return new Event.RunStarted(
                seq,
                0,
                Event.RunStarted.FORMAT_VERSION,
                world.name(),
                plan.seed(),
                plan.speed(),
                StrategyJson.tree(plan.strategy()),
                traffic);
    }

    static Event changed(long seq, long at, Strategy before, Strategy next) {
        return new Event.StrategyChanged(
                seq, at, StrategyChange.describe(before, next), StrategyJson.tree(next));
    }

    static RunFacts facts(
            Plan plan,
            World world,
            TrafficSummary traffic,
            Duration elapsed,
            List<String> remarks) {
        var warnings = new ArrayList<>(remarks);
        warnings.addAll(warnings(plan, traffic));
        return new RunFacts(
                new Report.Traffic(
                        plan.traffic().name(),
                        plan.traffic().format(),
                        traffic.requests(),
                        traffic.uniqueKeys(),
                        traffic.uniqueKeysEstimated(),
                        traffic.seconds()),
                elapsed,
                world.redisVersion(),
                world.sqliteVersion(),
                warnings);
    }

    /**
     * At full speed durations are the wall clock's while the recording is squeezed: entries live
     * too long.
     */
    private static List<String> warnings(Plan plan, TrafficSummary traffic) {
        var timeToLive = plan.strategy().timeToLive();
        boolean misleading =
                plan.speed() == Pace.MAX
                        && plan.strategy().pattern() != PatternName.NO_CACHE
                        && timeToLive.isPositive()
                        && traffic.seconds() > timeToLive.toNanos() / 1e9;
        return misleading
                ? List.of(
                        "The recording lasts "
                                + Durations.print(Duration.ofSeconds(Math.round(traffic.seconds())))
                                + " and the TTL is "
                                + Durations.print(timeToLive)
                                + ", but at full speed far less time passes, so entries expire less often than they would;"
                                + " --speed keeps the recording's time, as does --world simulated.")
                : List.of();
    }
}
