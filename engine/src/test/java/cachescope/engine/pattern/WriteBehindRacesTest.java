package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.WriteQueue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WriteBehindRacesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Strategy STRATEGY =
            Strategy.DEFAULT
                    .withPattern(PatternName.WRITE_BEHIND)
                    .withWriteQueue(new WriteQueue(SECOND, 3, 10, 3, Duration.ofMillis(100)));

    private final Workbench bench = new Workbench();

    private WriteBehind pattern(Strategy strategy) {
        var listener = WriteBehindListener.NONE;
        var queue = new QueuedWrites(bench.tasks, strategy, 0, listener);
        return new WriteBehind(
                bench.ports, new FixedExpiry(Duration.ZERO), strategy, queue, listener, "app-1");
    }

    /** 1 is being flushed when 2 is written; then the flush ends, and the cache evicts the key. */
    private Versioned readAfterAForgottenWrite(Strategy strategy) throws Exception {
        var pattern = pattern(strategy);
        bench.script.hold(CallKind.FLUSH, Duration.ofMillis(500));
        bench.ask(() -> pattern.write("k", "first"));
        bench.pass(SECOND);
        bench.ask(() -> pattern.write("k", "second"));
        bench.pass(Duration.ofMillis(500));
        bench.memory.remove("k");
        return bench.ask(() -> pattern.read("k"));
    }

    @Test
    void aFlushForgetsOnlyTheWriteThatItFlushed() throws Exception {
        assertThat(readAfterAForgottenWrite(STRATEGY)).isEqualTo(new Versioned(3, "second"));
    }

    @Test
    void withoutForgetSameWriteAPendingWriteIsForgottenByItsKey() throws Exception {
        assertThat(readAfterAForgottenWrite(STRATEGY.without(Fix.FORGET_SAME_WRITE)))
                .isEqualTo(new Versioned(2, "first"));
    }

    @Test
    void aWriteThatWasForgottenByItsKeyIsStillFlushed() throws Exception {
        readAfterAForgottenWrite(STRATEGY.without(Fix.FORGET_SAME_WRITE));
        bench.pass(SECOND);

        assertThat(bench.rows.read("k")).isEqualTo(new Versioned(3, "second"));
    }

    /** The put of 1 is slow; 2 is written, flushed and evicted before it arrives. */
    @Test
    void aSlowPutDoesNotBringBackWhatALaterWriteHasOvertaken() throws Exception {
        var pattern = pattern(STRATEGY);
        bench.script.hold(CallKind.PUT, Duration.ofSeconds(5));
        bench.start(() -> pattern.write("k", "first"));
        bench.pass(Duration.ofMillis(100));
        bench.ask(() -> pattern.write("k", "second"));
        bench.pass(Duration.ofSeconds(2));
        bench.memory.remove("k");
        bench.pass(Duration.ofSeconds(5));

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(3, "second"));
    }

    /** A flush of 1 fails when 2 is waiting already; what is in the database in the end? */
    private Versioned rowAfterARetry(Strategy strategy) throws Exception {
        var pattern = pattern(strategy);
        bench.script.next(CallKind.FLUSH, new Fault.CallLost(Duration.ofMillis(500)));
        bench.ask(() -> pattern.write("k", "first"));
        bench.pass(SECOND);
        bench.ask(() -> pattern.delete("k"));
        bench.pass(Duration.ofSeconds(5));
        return bench.rows.read("k");
    }

    @Test
    void aRetriedWriteStaysBeforeTheDeleteThatCameAfterIt() throws Exception {
        assertThat(rowAfterARetry(STRATEGY)).isEqualTo(new Versioned(3, null));
    }

    @Test
    void withoutOrderedRetryAWriteAndADeleteSwap() throws Exception {
        assertThat(rowAfterARetry(STRATEGY.without(Fix.ORDERED_RETRY)).value()).isEqualTo("first");
    }

    @Test
    void withoutOrderedRetryAttemptsAreBoundedToo() throws Exception {
        var pattern = pattern(STRATEGY.without(Fix.ORDERED_RETRY));
        bench.script.refuse(CallKind.FLUSH);
        bench.ask(() -> pattern.write("k", "value"));
        bench.pass(Duration.ofMinutes(1));

        assertThat(pattern.deadLetters().count()).isEqualTo(1);
    }

    /**
     * R selects the old record; W writes, its entry is evicted, the flush ends; then R sets what it
     * has.
     */
    private Versioned readAfterAnOvertakenFill(Strategy strategy) throws Exception {
        var pattern = pattern(strategy);
        bench.rows.write("k", "old");
        bench.script.hold(CallKind.PUT, Duration.ofSeconds(5));
        bench.begin(() -> pattern.read("k"));
        bench.ask(() -> pattern.write("k", "new"));
        bench.memory.remove("k");
        bench.pass(Duration.ofSeconds(5));
        return bench.ask(() -> pattern.read("k"));
    }

    @Test
    void aFillDoesNotCoverAWriteThatWasFlushedMeanwhile() throws Exception {
        assertThat(readAfterAnOvertakenFill(STRATEGY)).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void withoutTombstonesAnEvictedVersionIsForgotten() throws Exception {
        assertThat(readAfterAnOvertakenFill(STRATEGY.without(Fix.TOMBSTONE)))
                .isEqualTo(new Versioned(1, "old"));
    }

    @Test
    void withoutCheckedFillTheOldRecordStays() throws Exception {
        assertThat(readAfterAnOvertakenFill(STRATEGY.without(Fix.CHECKED_FILL)))
                .isEqualTo(new Versioned(1, "old"));
    }

    private Versioned readAfterCrossingWrites(Strategy strategy) throws Exception {
        var pattern = pattern(strategy);
        bench.script.hold(CallKind.PUT, Duration.ofSeconds(3));
        bench.begin(() -> pattern.write("k", "first"));
        bench.ask(() -> pattern.write("k", "second"));
        bench.pass(Duration.ofSeconds(5));
        return bench.ask(() -> pattern.read("k"));
    }

    @Test
    void twoWritersCannotCross() throws Exception {
        assertThat(readAfterCrossingWrites(STRATEGY)).isEqualTo(new Versioned(3, "second"));
    }

    @Test
    void withoutCheckedWriteTheSlowerWriterLeavesItsOlderValue() throws Exception {
        assertThat(readAfterCrossingWrites(STRATEGY.without(Fix.CHECKED_WRITE)))
                .isEqualTo(new Versioned(2, "first"));
    }

    @Test
    void aWriteIsNotFlushedAndForgottenBeforeTheCacheHasIt() throws Exception {
        var pattern = pattern(STRATEGY);
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));
        bench.script.hold(CallKind.PUT, Duration.ofSeconds(5));
        var writer = bench.begin(() -> pattern.write("k", "new"));
        bench.pass(Duration.ofSeconds(3));

        assertThat(writer.isOver()).isFalse();
        assertThat(bench.rows.read("k")).isEqualTo(new Versioned(1, "old"));
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, "new"));
    }
}
