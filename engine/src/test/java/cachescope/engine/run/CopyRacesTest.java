package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.strategy.StrategyException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fix removes its race, and without it the race happens: searched for by many seeds. */
@Timeout(60)
class CopyRacesTest {
    private static final int SEEDS = Integer.getInteger("seeds", 200);

    static List<CopyRace> races() throws StrategyException {
        return CopyRace.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("races")
    void withoutItsFixSomeSeedShowsTheRace(CopyRace race) throws Exception {
        assertThat(seedThatShows(race, false)).as("a seed that shows it").isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("races")
    void withItsFixNoSeedShowsTheRace(CopyRace race) throws Exception {
        assertThat(seedThatShows(race, true)).as("a seed that shows it").isZero();
    }

    private static long seedThatShows(CopyRace race, boolean fixed) throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            if (CopyRace.isStaleInTheEnd(Outcome.simulated(race.plan(seed, fixed)))) {
                return seed;
            }
        }
        return 0;
    }
}
