package cachescope.engine.benchmark;

import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.run.Plan;
import cachescope.engine.run.Progress.State;
import cachescope.engine.run.Run;
import cachescope.engine.run.SimulatedWorld;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.generator.GeneratedTraffic;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/**
 * How many events a second the simulated world makes: cache-aside, traffic by Zipf's law with one
 * hot key (the generated flash sale), 64 requests in flight, every step on the event log, the
 * report folded while it runs.
 *
 * <pre>{@code
 * mvn -q -Pjmh -pl engine test-compile exec:exec \
 *     -Dbenchmark.main=cachescope.engine.benchmark.SimulationSpeed -Dbenchmark="NONE 1000000 20 8" \
 *     -Dbenchmark.java=-Xmx1g
 * }</pre>
 *
 * The arguments: what becomes of old events (NONE as in the command line, SPILL as in the window),
 * requests, recorded seconds, rounds. Events per second of processor time count all threads, the
 * collector's too: that is what one core would do.
 */
public final class SimulationSpeed {
    private static final int IN_FLIGHT = 64;

    private SimulationSpeed() {}

    public static void main(String... arguments) throws Exception {
        var history = History.valueOf(arguments[0]);
        long requests = Long.parseLong(arguments[1]);
        var recorded = Duration.ofSeconds(Long.parseLong(arguments[2]));
        int rounds = Integer.parseInt(arguments[3]);
        var traffic = MemoryTraffic.of(GeneratedTraffic.flashSale(1, requests, recorded), 200);
        var strategy =
                Strategy.DEFAULT.withTimeToLive(Duration.ofSeconds(5)).withConcurrency(IN_FLIGHT);
        var plan = Plan.of(strategy, traffic).withSpeed(1);
        for (int round = 1; round <= rounds; round++) {
            System.out.println("round " + round + "   " + measured(plan, history));
        }
    }

    private static String measured(Plan plan, History history) throws Exception {
        long processorBefore = processorNanos();
        long before = System.nanoTime();
        try (var world = new SimulatedWorld();
                var log = new EventLog(history, EventLog.WINDOW_EVENTS);
                var run = Run.prepare(plan, world, log)) {
            run.start();
            run.await();
            if (run.progress().state() != State.COMPLETE) {
                throw new IllegalStateException("the run ended otherwise: " + run.progress());
            }
            double seconds = (System.nanoTime() - before) / 1e9;
            double processor = (processorNanos() - processorBefore) / 1e9;
            return String.format(
                    Locale.ROOT,
                    "%,d events in %.2f s: %,.0f events/s, %,.0f a second of processor time; virtual time %.1f s, %.0f times real time",
                    log.size(),
                    seconds,
                    log.size() / seconds,
                    log.size() / processor,
                    log.lastAt() / 1e9,
                    log.lastAt() / 1e9 / seconds);
        }
    }

    private static long processorNanos() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime();
    }
}
