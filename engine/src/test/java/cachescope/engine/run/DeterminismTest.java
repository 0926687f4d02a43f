package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.strategy.PatternName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same seed gives the same bytes. {@link DeterminismCheck} looks longer. */
@Timeout(150)
class DeterminismTest {
    private static final int SEEDS = 5;
    private static final int SEEDS_IN_OTHERS = 2;

    @ParameterizedTest
    @EnumSource
    void aRunIsTheSameAgainInTheSameJava(PatternName pattern) throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            assertThat(RunDigests.line(pattern, seed)).isEqualTo(RunDigests.line(pattern, seed));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedGivesAnotherRun(PatternName pattern) throws Exception {
        var plan = BusyPlan.faulty(pattern, 1);

        assertThat(Outcome.simulated(plan.withSeed(2)).events())
                .isNotEqualTo(Outcome.simulated(plan).events());
    }

    @Test
    void aRunIsTheSameInEveryOtherJava() throws Exception {
        assertThat(DeterminismCheck.difference(SEEDS_IN_OTHERS, Variation.FEW)).isEmpty();
    }
}
