package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.ManualTasks;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.fixture.Workbench.Asked;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.WriteRejected;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writers of one key at once, over a cache that fails by chance: what is rejected is never what
 * remains.
 */
class WriteThroughModelTest {

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one == null
                ? LongStream.rangeClosed(1, Long.getLong("seeds", 200))
                : LongStream.of(one);
    }

    private record Writing(String value, Asked<Long> asked) {}

    private static Fault chance(SplittableRandom random, CallKind kind) {
        var delay = Duration.ofMillis(random.nextInt(20));
        return switch (kind) {
            case PUT, INVALIDATE, GET, REMOVE, SWEEP, STAMP, LOCK, EXTEND, RELEASE, PUBLISH ->
                    switch (random.nextInt(5)) {
                        case 0 -> new Fault.Refused("by chance");
                        case 1 -> new Fault.AnswerLost(delay);
                        case 2 -> new Fault.CallLost(delay);
                        default -> new Fault.Delayed(delay);
                    };
            case READ, WRITE, DELETE, FLUSH, UNDO -> new Fault.Delayed(delay);
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatRemainsIsTheLastWriteThatWasNotRejected(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var bench = new Workbench(new ManualTasks(seed), (kind, key) -> chance(random, kind));
        var pattern =
                new WriteThrough(
                        bench.ports, new FixedExpiry(Duration.ofSeconds(60)), Strategy.DEFAULT);
        bench.rows.write("k", "original");
        var writings = new ArrayList<Writing>();
        for (int number = 0; number < 30; number++) {
            var value = "value " + number;
            writings.add(new Writing(value, bench.start(() -> pattern.write("k", value)).asked()));
            if (random.nextInt(3) == 0) {
                bench.start(() -> pattern.read("k"));
            }
            bench.pass(Duration.ofMillis(random.nextInt(15)));
        }
        bench.pass(Duration.ofMinutes(1));

        var expected = lastAccepted(writings);
        assertThat(bench.rows.read("k").value()).isEqualTo(expected);
        for (int read = 0; read < 10; read++) {
            assertThat(bench.ask(() -> pattern.read("k")).value()).isEqualTo(expected);
        }
    }

    private static String lastAccepted(List<Writing> writings) throws TierUnavailable {
        long newest = 0;
        var value = "original";
        for (var writing : writings) {
            try {
                if (writing.asked.answer() > newest) {
                    newest = writing.asked.answer();
                    value = writing.value;
                }
            } catch (WriteRejected rejected) {
                assertThat(rejected.undone()).isTrue();
            }
        }
        return value;
    }
}
