package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.strategy.PatternName;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run with a planned change is, up to that time, the run without it. Forks stand on this. */
@Timeout(60)
class PlannedChangeTest {
    private static final int SEEDS = Integer.getInteger("seeds", 8);
    private static final long LAST = 600_000_000;

    @ParameterizedTest
    @EnumSource
    void aRunIsTheSameUpToAPlannedChange(PatternName pattern) throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var plan = BusyPlan.faulty(pattern, seed);
            var without = Outcome.simulated(plan);
            long at = new SplittableRandom(seed).nextLong(LAST);
            var change = new PlannedChange(at, BusyPlan.anyStrategy(seed));

            assertSameUntil(at, without, Outcome.simulated(plan.withChanges(List.of(change))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRunIsTheSameUpToItsSecondChange(PatternName pattern) throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            var plan = BusyPlan.faultless(pattern, seed);
            var first = new PlannedChange(LAST / 4, BusyPlan.anyStrategy(seed));
            var second = new PlannedChange(LAST / 2, BusyPlan.anyStrategy(seed + 1));
            var without = Outcome.simulated(plan.withChanges(List.of(first)));
            var with = Outcome.simulated(plan.withChanges(List.of(first, second)));

            assertSameUntil(LAST / 2, without, with);
            LogCheck.check(with);
        }
    }

    @ParameterizedTest
    @EnumSource
    void allAddsUpWithAChangeInTheMiddleWhateverGoesWrong(PatternName pattern) throws Exception {
        for (long seed = 1; seed <= SEEDS; seed++) {
            long at = new SplittableRandom(seed).nextLong(LAST);
            var change = new PlannedChange(at, BusyPlan.anyStrategy(seed));
            var plan = BusyPlan.faulty(pattern, seed).withChanges(List.of(change));

            LogCheck.check(Outcome.simulated(plan));
        }
    }

    private static void assertSameUntil(long at, Outcome without, Outcome with) {
        var prefix = before(at, without.events());
        assertThat(before(at, with.events())).isEqualTo(prefix);
    }

    /** The events that were appended before a time. */
    private static List<Event> before(long at, List<Event> events) {
        int end =
                IntStream.range(0, events.size())
                        .filter(seq -> appendedAt(events.get(seq)) >= at)
                        .findFirst()
                        .orElse(events.size());
        return events.subList(0, end);
    }

    private static long appendedAt(Event event) {
        return event instanceof Event.CallEnded call ? call.endedAt() : event.at();
    }
}
