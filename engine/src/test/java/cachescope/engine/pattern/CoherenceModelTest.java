package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.ManualTasks;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Readers, writers and evictions at once, over a cache that is slow and fails by chance: when all
 * is quiet again, every pattern serves what the database has.
 */
class CoherenceModelTest {
    private static final int KEYS = 3;

    /** A pattern by its name, and how it is made. */
    record Kind(String name, Strategy strategy, Maker maker) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Maker {
        Pattern of(Ports ports, FixedExpiry expiry, Strategy strategy);
    }

    private static Stream<Kind> kinds() {
        var updating = Strategy.DEFAULT.withOnWrite(OnWrite.UPDATE);
        var caching = Strategy.DEFAULT.withNegativeTimeToLive(Duration.ofSeconds(20));
        return Stream.of(
                new Kind("cache-aside", Strategy.DEFAULT, CacheAside::new),
                new Kind("cache-aside that caches absence", caching, CacheAside::new),
                new Kind("cache-aside that updates", updating, CacheAside::new),
                new Kind("read-through", caching, ReadThrough::new),
                new Kind("write-through", caching, WriteThrough::new),
                new Kind("refresh-ahead", caching, CoherenceModelTest::refreshAhead));
    }

    private static Pattern refreshAhead(Ports ports, FixedExpiry expiry, Strategy strategy) {
        return new RefreshAhead(ports, expiry, strategy.withRefreshAt(0.001), RefreshListener.NONE);
    }

    static Stream<Arguments> trials() {
        var one = Long.getLong("seed");
        return kinds().flatMap(kind ->
                (one == null ? LongStream.rangeClosed(1, 100) : LongStream.of(one))
                        .mapToObj(seed -> Arguments.of(kind, seed)));
    }

    private static Fault chance(SplittableRandom random, CallKind kind) {
        var delay = Duration.ofMillis(random.nextInt(10));
        boolean isCache =
                switch (kind) {
                    case GET,
                            PUT,
                            INVALIDATE,
                            REMOVE,
                            SWEEP,
                            STAMP,
                            LOCK,
                            EXTEND,
                            RELEASE,
                            PUBLISH ->
                            true;
                    case READ, WRITE, DELETE, FLUSH, UNDO -> false;
                };
        if (!isCache || random.nextInt(3) > 0) {
            return new Fault.Delayed(delay);
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Fault.Refused("by chance");
            case 1 -> new Fault.CallLost(delay);
            default -> new Fault.AnswerLost(delay);
        };
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("trials")
    void servesWhatTheDatabaseHas(Kind kind, long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var bench = new Workbench(new ManualTasks(seed), (call, key) -> chance(random, call));
        var pattern =
                kind.maker.of(bench.ports, new FixedExpiry(Duration.ofSeconds(30)), kind.strategy);
        for (int step = 0; step < 80; step++) {
            var key = "k" + random.nextInt(KEYS);
            var value = "value " + step;
            switch (random.nextInt(6)) {
                case 0 -> bench.start(() -> pattern.write(key, value));
                case 1 -> bench.start(() -> pattern.delete(key));
                case 2 -> bench.memory.remove(key);
                default -> bench.start(() -> pattern.read(key));
            }
            bench.pass(Duration.ofMillis(random.nextInt(6)));
        }
        bench.pass(Duration.ofMillis(500));

        for (var key : IntStream.range(0, KEYS).mapToObj(number -> "k" + number).toList()) {
            for (int read = 0; read < 5; read++) {
                Versioned served = bench.ask(() -> pattern.read(key));
                assertThat(served).as(key).isEqualTo(bench.rows.read(key));
            }
        }
    }
}
