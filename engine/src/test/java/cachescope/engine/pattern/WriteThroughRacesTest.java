package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.fixture.Workbench.Asked;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.WriteRejected;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WriteThroughRacesTest {
    private static final Strategy STRATEGY =
            Strategy.DEFAULT.withPattern(PatternName.WRITE_THROUGH);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Workbench bench = new Workbench();
    private final Pattern pattern = pattern(STRATEGY);

    private Pattern pattern(Strategy strategy) {
        return new WriteThrough(bench.ports, new FixedExpiry(strategy.timeToLive()), strategy);
    }

    @Test
    void aReaderDoesNotKeepARejectedValueThatItLoadedInBetween() throws Exception {
        bench.rows.write("k", "old");
        bench.script
                .next(CallKind.PUT, new Fault.CallLost(SECOND))
                .hold(CallKind.PUT, Duration.ofSeconds(5));
        var writer = bench.begin(() -> pattern.write("k", "new"));
        var reader = bench.begin(() -> pattern.read("k"));

        bench.pass(Duration.ofSeconds(6));

        assertThat(writer.isOver()).isTrue();
        assertThat(reader.answer()).isEqualTo(new Versioned(2, "new"));
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(3, "old"));
    }

    @Test
    void aLaterWriteStandsWhenAnEarlierOneIsRejected() throws Exception {
        bench.script.next(CallKind.PUT, new Fault.CallLost(SECOND));
        var rejected = bench.begin(() -> pattern.write("k", "first"));
        bench.ask(() -> pattern.write("k", "second"));
        bench.pass(SECOND);

        assertThatThrownBy(rejected::answer)
                .hasMessageContaining("a later write has overtaken it in the database");
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, "second"));
    }

    private Versioned valueAfterTwoRejections(Duration first, Duration second) throws Exception {
        bench.rows.write("k", "old");
        bench.script
                .next(CallKind.PUT, new Fault.CallLost(first))
                .next(CallKind.PUT, new Fault.CallLost(second));
        Asked<Long> one = bench.begin(() -> pattern.write("k", "first"));
        Asked<Long> two = bench.begin(() -> pattern.write("k", "second"));
        bench.pass(Duration.ofSeconds(10));
        assertThatThrownBy(one::answer).isInstanceOf(WriteRejected.class);
        assertThatThrownBy(two::answer).isInstanceOf(WriteRejected.class);
        return bench.ask(() -> pattern.read("k"));
    }

    @Test
    void whereTwoWritersAreRejectedTheValueBeforeBothIsPutBack() throws Exception {
        assertThat(valueAfterTwoRejections(SECOND, SECOND.multipliedBy(2)).value())
                .isEqualTo("old");
    }

    @Test
    void whereTheLaterOfTwoIsRejectedFirstTheValueBeforeBothIsPutBack() throws Exception {
        assertThat(valueAfterTwoRejections(SECOND.multipliedBy(2), SECOND).value())
                .isEqualTo("old");
    }

    private Versioned readAfterCrossingWrites(Strategy strategy) throws Exception {
        var crossing = pattern(strategy);
        bench.script.hold(CallKind.PUT, SECOND);
        bench.begin(() -> crossing.write("k", "first"));
        bench.ask(() -> crossing.write("k", "second"));
        bench.pass(SECOND);
        return bench.ask(() -> crossing.read("k"));
    }

    @Test
    void twoWritersCannotCross() throws Exception {
        assertThat(readAfterCrossingWrites(STRATEGY)).isEqualTo(new Versioned(2, "second"));
    }

    @Test
    void withoutCheckedWriteTheSlowerWriterLeavesItsOlderValue() throws Exception {
        assertThat(readAfterCrossingWrites(STRATEGY.without(Fix.CHECKED_WRITE)))
                .isEqualTo(new Versioned(1, "first"));
    }

    /**
     * R selects the old record; W writes the new one, whose entry is evicted; then R sets what it
     * has.
     */
    private Versioned readAfterAnEviction(Strategy strategy) throws Exception {
        var evicting = pattern(strategy);
        bench.rows.write("k", "old");
        bench.script.hold(CallKind.PUT, SECOND);
        bench.begin(() -> evicting.read("k"));
        bench.ask(() -> evicting.write("k", "new"));
        bench.memory.remove("k");
        bench.pass(SECOND);
        return bench.ask(() -> evicting.read("k"));
    }

    @Test
    void aFillKnowsOfAWriteWhoseEntryWasEvicted() throws Exception {
        assertThat(readAfterAnEviction(STRATEGY)).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void withoutTombstonesAnEvictedVersionIsForgotten() throws Exception {
        assertThat(readAfterAnEviction(STRATEGY.without(Fix.TOMBSTONE)))
                .isEqualTo(new Versioned(1, "old"));
    }
}
