package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.run.Progress.State;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Busy runs in the simulated world: whatever goes wrong, all adds up. */
@Timeout(60)
class SimulatedRunTest {
    private static final int SEEDS = Integer.getInteger("seeds", 12);

    static Stream<Arguments> trials() {
        var one = Long.getLong("seed");
        return Arrays.stream(PatternName.values())
                .flatMap(pattern ->
                        (one == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(one))
                                .mapToObj(seed -> Arguments.of(pattern, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("trials")
    void allAddsUpWhereNothingGoesWrong(PatternName pattern, long seed) throws Exception {
        var outcome = Outcome.simulated(BusyPlan.faultless(pattern, seed));

        LogCheck.check(outcome);
        assertThat(outcome.progress().state()).isEqualTo(State.COMPLETE);
        assertThat(outcome.report().requests()).isEqualTo(BusyPlan.REQUESTS);
        assertThat(outcome.report().failures().keySet()).isSubsetOf("LockTimedOut");
        assertThat(outcome.report().writesPending() + outcome.report().writesLost()).isZero();
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("trials")
    void allAddsUpWhateverGoesWrong(PatternName pattern, long seed) throws Exception {
        var outcome = Outcome.simulated(BusyPlan.faulty(pattern, seed));

        LogCheck.check(outcome);
        assertThat(outcome.progress().state()).isEqualTo(State.COMPLETE);
        assertThat(outcome.report().requests()).isEqualTo(BusyPlan.REQUESTS);
        assertThat(outcome.events().getLast())
                .isInstanceOfSatisfying(
                        Event.RunEnded.class, end -> assertThat(end.complete()).isTrue());
    }

    @Test
    void trafficThatCannotBeReadOnFailsTheRunAndItEnds() throws Exception {
        var plan = BusyPlan.faultless(PatternName.CACHE_ASIDE, 1);
        var broken = new BrokenTraffic(plan.traffic(), 10);
        var outcome = Outcome.simulated(Plan.of(plan.strategy(), broken).withSpeed(plan.speed()));

        LogCheck.check(outcome);
        assertThat(outcome.progress().state()).isEqualTo(State.FAILED);
        assertThat(outcome.progress().message()).isEqualTo("the log is gone");
        assertThat(outcome.report().requests()).isEqualTo(10);
        assertThat(outcome.events().getLast()).isInstanceOf(Event.RunEnded.class);
    }

    /** Some traffic, of which only so many requests can be read. */
    private record BrokenTraffic(Traffic whole, int requests) implements Traffic {
        @Override
        public String name() {
            return whole.name();
        }

        @Override
        public String format() {
            return whole.format();
        }

        @Override
        public RequestStream open() throws TrafficException {
            var stream = whole.open();
            int[] read = {0};
            return () -> {
                if (read[0]++ == requests) {
                    throw new UncheckedIOException("the log is gone", new IOException());
                }
                return stream.next();
            };
        }
    }
}
