package cachescope.engine.benchmark;

import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.live.redis.RedisServer;
import cachescope.engine.run.LiveOptions;
import cachescope.engine.run.LiveWorld;
import cachescope.engine.run.Plan;
import cachescope.engine.run.Progress.State;
import cachescope.engine.run.Run;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.generator.GeneratedTraffic;
import java.time.Duration;

/**
 * A whole run, live, cache-aside, with 64 requests in flight and every step on the event log,
 * against a bare loop over Jedis and JDBC that sends the same commands and the same SQL over the
 * same kind of connections from as many virtual threads. The traffic is the generated flash sale
 * with values of 200 bytes.
 *
 * <pre>{@code
 * mvn -q -Pjmh -pl engine test-compile exec:exec \
 *     -Dbenchmark.main=cachescope.engine.benchmark.ReplayComparison -Dbenchmark="NONE 100000 4 15"
 * }</pre>
 *
 * The arguments: what becomes of old events (NONE as in the command line, SPILL as in the window),
 * requests, rounds to warm up, and rounds that count.
 */
public final class ReplayComparison {
    private static final int IN_FLIGHT = 64;
    private static final int VALUE_BYTES = 200;
    private static final Duration RECORDED = Duration.ofSeconds(50);

    private ReplayComparison() {}

    public static void main(String... arguments) throws Exception {
        var history = History.valueOf(arguments[0]);
        long requests = Long.parseLong(arguments[1]);
        int warmUps = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        var traffic =
                MemoryTraffic.of(GeneratedTraffic.flashSale(1, requests, RECORDED), VALUE_BYTES);
        var value = "abcdefghij".repeat(VALUE_BYTES / 10);
        System.out.println("replay of " + requests + " requests, event log " + history);
        try (var server = RedisServer.start();
                var world = LiveWorld.open(LiveOptions.BUNDLED)) {
            new Alternation(
                            () -> BareLoop.serve(traffic, server.address(), IN_FLIGHT, value),
                            () -> replay(traffic, world, history),
                            System.out)
                    .run(warmUps, rounds);
        }
    }

    private static Work replay(Traffic traffic, LiveWorld world, History history) throws Exception {
        var plan = Plan.of(Strategy.DEFAULT.withConcurrency(IN_FLIGHT), traffic);
        try (var log = new EventLog(history, EventLog.WINDOW_EVENTS);
                var run = Run.prepare(plan, world, log)) {
            return Work.measure(() -> {
                run.start();
                run.await();
                if (run.progress().state() != State.COMPLETE) {
                    throw new IllegalStateException("the run ended otherwise: " + run.progress());
                }
                return run.report().requests();
            });
        }
    }
}
