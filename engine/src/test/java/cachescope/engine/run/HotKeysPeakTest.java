package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.port.RandomStream;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What leases do for a set of hot keys that are written often: Nishtala et al. (NSDI 2013) saw the
 * peak of database reads fall from 17,000 a second to 1,300, to a thirteenth.
 */
@Timeout(60)
class HotKeysPeakTest {
    private static final int KEYS = 20;
    private static final int REQUESTS = 80_000;
    private static final double PER_SECOND = 20_000;
    private static final double WRITES = 0.001;
    private static final double PUBLISHED = 17.0 / 1.3;

    /** Every hot key is read 1,000 times and written once a second, at random times. */
    private static List<Request> requests(long seed) {
        var random = RandomStream.of(seed, "hot keys");
        var requests = new ArrayList<Request>();
        double at = 0;
        for (int number = 0; number < REQUESTS; number++) {
            at -= StrictMath.log(1 - random.nextDouble()) / PER_SECOND * 1e9;
            var operation = random.nextDouble() < WRITES ? Operation.WRITE : Operation.READ;
            requests.add(Request.of((long) at, operation, "hot " + random.nextInt(KEYS)));
        }
        return requests;
    }

    /** The most reads of the database in a stretch of time, when all keys have been loaded. */
    private static long peak(GuardName guard, long seed, Duration stretch) throws Exception {
        var strategy =
                Strategy.DEFAULT
                        .withConcurrency(10_000)
                        .withGuard(Strategy.DEFAULT.guard().withName(guard));
        var plan = Plan.of(strategy, MemoryTraffic.of(requests(seed))).withSpeed(1).withSeed(seed);
        var outcome = Outcome.simulated(plan);
        assertThat(outcome.report().failures()).isEmpty();
        return outcome.stream(Event.RecordRead.class)
                .map(read -> read.startedAt() / stretch.toNanos())
                .filter(number -> number >= Duration.ofSeconds(1).dividedBy(stretch))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElseThrow();
    }

    private static double cut(long seed, Duration stretch) throws Exception {
        long without = peak(GuardName.NONE, seed, stretch);
        long with = peak(GuardName.LEASE, seed, stretch);
        return (double) without / with;
    }

    @Test
    void leasesCutThePeakOfDatabaseReadsASecondAsPublished() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(cut(seed, Duration.ofSeconds(1))).isGreaterThan(PUBLISHED);
        }
    }
}
