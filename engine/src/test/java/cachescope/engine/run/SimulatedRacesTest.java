package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.WriteQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fix removes its race, and without it the race happens: searched for by many seeds. */
@Timeout(60)
class SimulatedRacesTest {
    private static final int SEEDS = Integer.getInteger("seeds", 200);

    static List<Race> races() throws StrategyException {
        return Race.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("races")
    void withoutItsFixSomeSeedShowsTheRace(Race race) throws Exception {
        assertThat(seedThatShows(race, false)).as("a seed that shows it").isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("races")
    void withItsFixNoSeedShowsTheRace(Race race) throws Exception {
        assertThat(seedThatShows(race, true)).as("a seed that shows it").isZero();
    }

    private static long seedThatShows(Race race, boolean fixed) throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            if (race.shows().test(Outcome.simulated(race.plan(seed, fixed)))) {
                return seed;
            }
        }
        return 0;
    }

    static Stream<Strategy> coherent() {
        var strategies = new ArrayList<Strategy>();
        for (var pattern :
                List.of(
                        PatternName.NO_CACHE,
                        PatternName.CACHE_ASIDE,
                        PatternName.READ_THROUGH,
                        PatternName.WRITE_THROUGH)) {
            var strategy = Race.FOR_EVER.withPattern(pattern);
            strategies.add(strategy);
            strategies.add(strategy.withNegativeTimeToLive(Duration.ofHours(1)));
        }
        strategies.add(Race.FOR_EVER.withOnWrite(OnWrite.UPDATE));
        return strategies.stream();
    }

    static Stream<Strategy> quiet() {
        var queue = new WriteQueue(Duration.ofMillis(5), 2, 10, 5, Duration.ofMillis(10));
        return Stream.concat(
                coherent(),
                Stream.of(
                        Race.FOR_EVER.withPattern(PatternName.WRITE_BEHIND).withWriteQueue(queue)));
    }

    @ParameterizedTest
    @MethodSource("coherent")
    void aReadThatStartsAfterAWriteWasAnsweredIsNotStale(Strategy strategy) throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            for (var empty : List.of(true, false)) {
                var outcome = Outcome.simulated(Race.plan(strategy, empty, seed));

                assertThat(Race.forgetsAnAnsweredWrite(outcome)).as("seed %s", seed).isFalse();
                assertThat(Race.isStaleInTheEnd(outcome)).as("seed %s", seed).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("quiet")
    void aSmallCacheIsNotOlderThanTheDatabaseWhenAllIsQuiet(Strategy strategy) throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var conditions = strategy.conditions().withCacheCapacity(1 + (int) (seed % 3));
            var small = strategy.withConditions(conditions);
            var outcome = Outcome.simulated(Race.plan(small, false, seed));

            assertThat(Race.isStaleInTheEnd(outcome)).as("seed %s", seed).isFalse();
            assertThat(outcome.stream(Event.RequestEnded.class).map(Event.RequestEnded::failure))
                    .containsOnlyNulls();
        }
    }
}
