package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.ManualTasks;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.port.Committed;
import cachescope.engine.port.PendingWrite;
import cachescope.engine.port.TierUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.WriteQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Write-behind against a map, with writers, readers and evictions at once, over stores that are
 * slow and fail by chance.
 */
class WriteBehindModelTest {
    private static final int STEPS = 120;
    private static final int KEYS = 5;

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one == null
                ? LongStream.rangeClosed(1, Long.getLong("seeds", 200))
                : LongStream.of(one);
    }

    /** One run: the pattern, and what the model knows of it. */
    private static final class Trial implements WriteBehindListener {
        final SplittableRandom random;
        final Workbench bench;
        final WriteBehind pattern;
        final Map<String, Versioned> acknowledged = new HashMap<>();
        final List<PendingWrite> acknowledgedWrites = new ArrayList<>();
        final List<PendingWrite> coalesced = new ArrayList<>();
        final List<PendingWrite> flushed = new ArrayList<>();
        final List<Long> staleReads = new ArrayList<>();

        Trial(long seed) {
            random = new SplittableRandom(seed);
            bench = new Workbench(new ManualTasks(seed), this::chance);
            var settings =
                    new WriteQueue(
                            Duration.ofMillis(random.nextInt(50)),
                            random.nextInt(1, 4),
                            4,
                            1_000,
                            Duration.ofMillis(1));
            var strategy =
                    Strategy.DEFAULT.withPattern(PatternName.WRITE_BEHIND).withWriteQueue(settings);
            for (int key = 0; key < KEYS; key++) {
                bench.rows.write("k" + key, "original");
            }
            var queue = new QueuedWrites(bench.tasks, strategy, 1, this);
            var expiry = new FixedExpiry(Duration.ofMillis(random.nextInt(200)));
            pattern = new WriteBehind(bench.ports, expiry, strategy, queue, this, "app-1");
        }

        private Fault chance(CallKind kind, String key) {
            var delay = Duration.ofMillis(random.nextInt(10));
            boolean fails = random.nextInt(4) == 0;
            if (!fails || kind == CallKind.READ) {
                return new Fault.Delayed(delay);
            }
            return switch (random.nextInt(3)) {
                case 0 -> new Fault.Refused("by chance");
                case 1 -> new Fault.CallLost(delay);
                default -> new Fault.AnswerLost(delay);
            };
        }

        void step() {
            var key = "k" + random.nextInt(KEYS);
            switch (random.nextInt(8)) {
                case 0, 1, 2 ->
                        bench.start(() -> pattern.write(key, "value " + random.nextInt(1_000)));
                case 3 -> bench.start(() -> pattern.delete(key));
                case 4 -> bench.memory.remove(key);
                default -> bench.start(() -> read(key));
            }
            bench.pass(Duration.ofMillis(random.nextInt(8)));
        }

        /** Whoever reads after a write was acknowledged sees that write or a later one. */
        private Versioned read(String key) throws TierUnavailable, InterruptedException {
            long known = acknowledged.getOrDefault(key, Versioned.NEVER).version();
            var found = pattern.read(key);
            if (found.version() < known) {
                staleReads.add(found.version());
            }
            return found;
        }

        @Override
        public void acknowledged(PendingWrite write, int pending) {
            acknowledgedWrites.add(write);
            acknowledged.merge(write.key(), write.versioned(), Trial::newer);
        }

        private static Versioned newer(Versioned one, Versioned other) {
            return one.version() > other.version() ? one : other;
        }

        @Override
        public void coalesced(PendingWrite overtaken, long byVersion) {
            assertThat(byVersion).isGreaterThan(overtaken.version());
            coalesced.add(overtaken);
        }

        @Override
        public void flushed(List<PendingWrite> batch, List<Committed> committed) {
            flushed.addAll(batch);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterClosingTheDatabaseHasTheLastAcknowledgedWriteOfEachKey(long seed) throws Exception {
        var trial = new Trial(seed);
        for (int step = 0; step < STEPS; step++) {
            trial.step();
        }
        trial.pattern.close();
        trial.bench.pass(Duration.ofSeconds(1));

        trial.acknowledged.forEach(
                (key, last) -> assertThat(trial.bench.rows.read(key)).isEqualTo(last));
        assertThat(trial.staleReads).isEmpty();
        assertThat(trial.acknowledgedWrites)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(trial.coalesced.stream(), trial.flushed.stream()).toList());
        assertThat(versionsByKey(trial.flushed))
                .allSatisfy((key, versions) -> assertThat(versions).isSorted());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterAKillEachAcknowledgedWriteIsCommittedOrCoalescedOrLost(long seed) throws Exception {
        var trial = new Trial(seed);
        for (int step = 0; step < STEPS; step++) {
            trial.step();
        }
        var lost = trial.pattern.kill();
        trial.bench.pass(Duration.ofSeconds(1));

        assertThat(trial.staleReads).isEmpty();
        var gone = new ArrayList<>(trial.coalesced);
        gone.addAll(lost);
        for (var write : trial.acknowledgedWrites) {
            boolean committed = trial.bench.rows.read(write.key()).version() >= write.version();
            assertThat(committed || gone.contains(write)).as("%s is accounted for", write).isTrue();
        }
        assertThat(lost)
                .allSatisfy(write ->
                        assertThat(trial.bench.rows.read(write.key()).version())
                                .isLessThan(write.version()));
    }

    private static Map<String, List<Long>> versionsByKey(List<PendingWrite> writes) {
        return writes.stream()
                .collect(
                        Collectors.groupingBy(
                                PendingWrite::key,
                                Collectors.mapping(PendingWrite::version, Collectors.toList())));
    }
}
