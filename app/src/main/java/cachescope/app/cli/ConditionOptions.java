package cachescope.app.cli;

import cachescope.engine.event.EventFileException;
import cachescope.engine.event.Tier;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.latency.TierLatency;
import cachescope.engine.strategy.measurement.LatencyMeasurement;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that choose what a strategy meets in the simulated world. */
final class ConditionOptions {
    static final String LATENCY_FROM = "--latency-from";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--cache-capacity",
            paramLabel = "N",
            description =
                    "Simulated: the most entries in the shared cache; 0 (default) is unbounded.")
    private @Nullable Integer cacheCapacity;

    @Option(
            names = "--latency",
            split = ",",
            paramLabel = "TIER=TIME",
            description = {
                "Simulated: how long calls of NEAR_CACHE (100ns by default), REDIS (1ms), EDGE (10ms..50ms) and DATABASE (10ms..100ms) take.",
                "1ms is always the same, 10ms..100ms anything between, p50:1ms/p99:5ms log-normal with that median and 99th percentile.",
                "As in REDIS=p50:1ms/p99:5ms,DATABASE=10ms..100ms."
            })
    private @Nullable List<TierLatency> latencies;

    @Option(
            names = LATENCY_FROM,
            paramLabel = "LOG",
            description =
                    "Simulated: take them from a live run that was kept with --events; --latency overrides it.")
    private @Nullable Path log;

    @Option(
            names = "--fault",
            paramLabel = "FAULT",
            description = {
                "Simulated: something goes wrong; repeatable. One of",
                "  redis|database down [WHEN]",
                "  redis|database slow FACTOR [WHEN]",
                "  redis|database fails CHANCE [WHEN]",
                "  redis|database lost-before CHANCE [WHEN]",
                "  redis|database lost-after CHANCE [WHEN]",
                "  node N killed [WHEN]",
                "  messages lost CHANCE [WHEN]",
                "  messages delayed TIME [WHEN]",
                "  messages out-of-order CHANCE [WHEN]",
                "FACTOR is 10x; CHANCE is 1%%, 1/100 or 1 in 100; TIME is as for --latency; WHEN is 2s..4s, 2s.. to the end, and the whole run without it.",
                "lost-before and lost-after: before or after the call took effect. A node starts again at the end of WHEN.",
                "As in --fault \"redis down 2s..4s\" --fault \"database fails 1 in 50\"."
            })
    private @Nullable List<FaultRule> faults;

    /** The log that latencies are taken from; absent if none. */
    @Nullable Path log() {
        return log;
    }

    /** What the options describe, over what holds without them. Reads the log; tells its remark. */
    Conditions conditions(Conditions base) throws StrategyException, EventFileException {
        return new Conditions(
                overridden(measured(base.latency())),
                faults == null ? base.faults() : faults,
                cacheCapacity == null ? base.cacheCapacity() : cacheCapacity);
    }

    private LatencyModel measured(LatencyModel base) throws StrategyException, EventFileException {
        if (log == null) {
            return base;
        }
        try {
            var measurement = LatencyMeasurement.of(log, base);
            measurement
                    .remark()
                    .ifPresent(
                            remark -> spec.commandLine().getErr().println(name() + ": " + remark));
            return measurement.model();
        } catch (StrategyException wrong) {
            throw new StrategyException(LATENCY_FROM + ": " + wrong.getMessage(), wrong);
        } catch (EventFileException wrong) {
            throw new EventFileException(LATENCY_FROM + ": " + wrong.getMessage(), wrong);
        }
    }

    private String name() {
        return spec.commandLine().getCommandSpec().qualifiedName();
    }

    private LatencyModel overridden(LatencyModel base) throws StrategyException {
        var model = base;
        var given = EnumSet.noneOf(Tier.class);
        for (var latency : latencies == null ? List.<TierLatency>of() : latencies) {
            if (!given.add(latency.tier())) {
                throw new StrategyException("--latency: " + latency.tier() + " is there twice");
            }
            model = model.with(latency.tier(), latency.latency());
        }
        return model;
    }
}
