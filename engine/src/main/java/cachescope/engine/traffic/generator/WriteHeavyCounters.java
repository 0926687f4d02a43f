package cachescope.engine.traffic.generator;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.Request;
import java.util.List;
import java.util.SplittableRandom;

/** Counters of page views: written with every view, looked at now and then, reset seldom. */
final class WriteHeavyCounters implements Scene {
    private static final int PAGES = 1_000;
    private static final int SERVERS = 12;
    private static final double RESETS = 0.005;
    private static final double READS = 0.2;
    private static final long COUNTER_SIZE = 8;

    private final Zipf pages = new Zipf(PAGES, 0.9);

    @Override
    public Rhythm rhythm() {
        return Rhythm.even();
    }

    @Override
    public Request request(long at, double share, SplittableRandom random) {
        var key = "views:page-" + pages.draw(random);
        var client = "server-" + random.nextInt(SERVERS);
        double choice = random.nextDouble();
        if (choice < RESETS) {
            return new Request(
                    at, Operation.DELETE, key, Request.UNKNOWN_SIZE, client, null, List.of());
        }
        var operation = choice < RESETS + READS ? Operation.READ : Operation.WRITE;
        return new Request(at, operation, key, COUNTER_SIZE, client, null, List.of());
    }
}
