package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.live.LiveTasks;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Tasks;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.simulation.SimulatedCache;
import cachescope.engine.simulation.SimulatedRecords;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.WriteQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Write-behind with real threads: readers look at pending writes without waiting for anybody. */
class WriteBehindThreadsTest {
    private static final int WRITERS = 8;
    private static final int WRITES = 300;

    private final AtomicInteger staleReads = new AtomicInteger();

    @Test
    void eachWriterReadsWhatItWroteAndAllOfItReachesTheDatabase() throws Exception {
        try (var tasks = new LiveTasks(1)) {
            var cache = new SimulatedCache(tasks::now);
            var records = new SimulatedRecords(tasks::now);
            var ports =
                    new Ports(cache, records, records::read, tasks, new OwedInvalidations(tasks));
            var queue = new WriteQueue(Duration.ZERO, 3, 5, 3, Duration.ofMillis(1));
            var strategy =
                    Strategy.DEFAULT.withPattern(PatternName.WRITE_BEHIND).withWriteQueue(queue);
            var listener = WriteBehindListener.NONE;
            var pending = new QueuedWrites(tasks, strategy, 0, listener);
            var pattern =
                    new WriteBehind(
                            ports,
                            new FixedExpiry(Duration.ZERO),
                            strategy,
                            pending,
                            listener,
                            "app-1");

            var writers = new ArrayList<Tasks.Task>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var key = "k" + writer;
                writers.add(
                        tasks.start(
                                Caller.request(writer, "app-1", 1),
                                () -> write(pattern, cache, key)));
            }
            for (var writer : writers) {
                writer.join();
            }
            pattern.close();

            assertThat(staleReads).hasValue(0);
            for (int writer = 0; writer < WRITERS; writer++) {
                assertThat(records.read("k" + writer).value()).isEqualTo("value " + (WRITES - 1));
            }
        }
    }

    private void write(Pattern pattern, SimulatedCache cache, String key)
            throws InterruptedException {
        try {
            for (int number = 0; number < WRITES; number++) {
                long version = pattern.write(key, "value " + number);
                cache.remove(key);
                if (pattern.read(key).version() < version) {
                    staleReads.incrementAndGet();
                }
            }
        } catch (TierUnavailable impossible) {
            throw new AssertionError(impossible);
        }
    }
}
