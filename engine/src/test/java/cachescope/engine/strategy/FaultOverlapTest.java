package cachescope.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.strategy.fault.FaultRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultOverlapTest {
    private static List<Problem> problems(String... faults) throws StrategyException {
        var rules = new ArrayList<FaultRule>();
        for (var fault : faults) {
            rules.add(FaultText.parse(fault));
        }
        return Strategy.DEFAULT.withConditions(Conditions.DEFAULT.withFaults(rules)).problems();
    }

    @Test
    void aFaultThatOverlapsItselfIsRefused() throws StrategyException {
        assertThat(problems("redis down 2s..4s", "redis slow 10x", "redis down 3s..5s"))
                .containsExactly(
                        new Problem(
                                Setting.FAULTS,
                                "The fault 'redis down 3s..5s' overlaps 'redis down 2s..4s': expected one of a kind at a time."));
    }

    @ParameterizedTest
    @CsvSource({
        "redis down 2s..4s, redis down 4s..5s",
        "redis down 2s..4s, database down 3s..5s",
        "redis fails 1% 2s..4s, redis lost-after 1% 3s..5s",
        "node 1 killed 2s..4s, node 2 killed 3s..5s",
    })
    void othersMayHoldAtOnce(String one, String other) throws StrategyException {
        assertThat(problems(one, other)).isEmpty();
    }
}
