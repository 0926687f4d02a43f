package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.GuardPolicy;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.WriteQueue;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One request at a time, the live and the simulated world do the same: the same calls in the same
 * order, with the same outcomes and versions.
 */
@Timeout(60)
class TwoWorldsTest {
    private static final int REQUESTS = 150;
    private static final int KEYS = 6;

    private static LiveWorld live;

    @BeforeAll
    static void openTheLiveWorld() throws RunException {
        live = LiveWorld.open(LiveOptions.BUNDLED);
    }

    @AfterAll
    static void closeTheLiveWorld() {
        live.close();
    }

    /** What happened, without when. */
    private record Step(
            Class<?> type,
            @Nullable Tier tier,
            @Nullable Cause cause,
            String key,
            @Nullable Object outcome,
            long version) {}

    static Stream<Strategy> strategies() {
        var one =
                Strategy.DEFAULT
                        .withConcurrency(1)
                        .withTimeToLive(Duration.ofHours(1))
                        .withWriteQueue(
                                new WriteQueue(
                                        Duration.ofHours(1),
                                        REQUESTS,
                                        REQUESTS,
                                        3,
                                        Duration.ofSeconds(1)));
        return Stream.concat(Stream.of(PatternName.values()).map(one::withPattern), guarded(one))
                .flatMap(strategy ->
                        Stream.of(
                                strategy,
                                strategy.withOnWrite(OnWrite.UPDATE)
                                        .withNegativeTimeToLive(Duration.ofHours(1))));
    }

    private static Stream<Strategy> guarded(Strategy one) {
        return Stream.of(PatternName.values())
                .filter(pattern -> pattern != PatternName.NO_CACHE)
                .map(one::withPattern)
                .flatMap(strategy ->
                        Stream.of(GuardName.values())
                                .map(guard -> strategy.withGuard(guarded(strategy, guard))))
                .filter(strategy -> strategy.problems().isEmpty());
    }

    private static GuardPolicy guarded(Strategy strategy, GuardName guard) {
        return strategy.guard().withName(guard);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void bothWorldsTakeTheSameSteps(Strategy strategy) throws Exception {
        for (boolean empty : new boolean[] {false, true}) {
            var plan = new Plan(strategy, traffic(), Pace.MAX, Long.MAX_VALUE, 1, empty, List.of());

            assertThat(steps(Outcome.simulated(plan))).isEqualTo(steps(Outcome.in(live, plan)));
        }
    }

    private static MemoryTraffic traffic() {
        var random = new SplittableRandom(5);
        var requests = new ArrayList<Request>();
        for (int i = 0; i < REQUESTS; i++) {
            int dice = random.nextInt(10);
            var operation =
                    dice < 6 ? Operation.READ : dice < 8 ? Operation.WRITE : Operation.DELETE;
            requests.add(Request.of(i, operation, "key " + random.nextInt(KEYS)));
        }
        return MemoryTraffic.of(requests);
    }

    private static List<Step> steps(Outcome outcome) {
        var steps = outcome.events().stream().map(TwoWorldsTest::step).toList();
        assertThat(steps).hasSizeGreaterThan(3 * REQUESTS);
        return steps;
    }

    private static Step step(Event event) {
        return switch (event) {
            case Event.CallStarted call ->
                    new Step(
                            call.getClass(), call.tier(), call.cause(), call.key(), call.kind(), 0);
            case Event.CacheRead read -> ofCall(read, read.key(), read.outcome(), read.version());
            case Event.CacheWritten put -> ofCall(put, put.key(), put.stored(), put.version());
            case Event.CacheRemoved gone ->
                    ofCall(gone, gone.key(), gone.removal(), gone.version());
            case Event.RecordRead read -> ofCall(read, read.key(), read.present(), read.version());
            case Event.RecordWritten row -> ofCall(row, row.key(), row.batched(), row.version());
            case Event.RecordRemoved row -> ofCall(row, row.key(), row.batched(), row.version());
            case Event.BatchFlushed batch -> ofCall(batch, "", batch.rows(), batch.writes());
            case Event.LockTried lock -> ofCall(lock, lock.key(), lock.taken(), 0);
            case Event.LockReleased lock -> ofCall(lock, lock.key(), lock.released(), 0);
            case Event.CallEnded other -> ofCall(other, "", null, 0);
            case Event.WriteQueued write ->
                    new Step(
                            write.getClass(),
                            null,
                            write.cause(),
                            write.key(),
                            write.operation(),
                            write.version());
            case Event.RequestEnded end ->
                    new Step(
                            end.getClass(),
                            null,
                            new Cause.Request(end.request()),
                            end.key(),
                            List.of(String.valueOf(end.answer()), end.stale(), end.unflushed()),
                            end.version());
            default -> new Step(event.getClass(), null, null, "", null, 0);
        };
    }

    private static Step ofCall(
            Event.CallEnded call, String key, @Nullable Object outcome, long version) {
        return new Step(call.getClass(), call.tier(), call.cause(), key, outcome, version);
    }
}
