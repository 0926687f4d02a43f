package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cachescope.engine.event.CallKind;
import cachescope.engine.event.Tier;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.WriteRejected;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WriteThroughTest {
    private static final Strategy STRATEGY =
            Strategy.DEFAULT.withPattern(PatternName.WRITE_THROUGH);

    private final Workbench bench = new Workbench();
    private final Pattern pattern = pattern(STRATEGY);

    private Pattern pattern(Strategy strategy) {
        return new WriteThrough(bench.ports, new FixedExpiry(strategy.timeToLive()), strategy);
    }

    private WriteRejected rejectionOf(Workbench.Question<Long> write) {
        var rejection = catchThrowableOfType(WriteRejected.class, () -> bench.ask(write));
        assertThat(rejection).isNotNull();
        return rejection;
    }

    @Test
    void aWriteIsInTheDatabaseAndTheCacheBeforeItIsAnswered() throws Exception {
        assertThat(bench.ask(() -> pattern.write("k", "value"))).isEqualTo(1);

        assertThat(bench.script.calls()).containsExactly("WRITE k", "PUT k");
        assertThat(bench.rows.read("k")).isEqualTo(new Versioned(1, "value"));
        assertThat(bench.memory.get("k"))
                .get()
                .extracting("versioned")
                .isEqualTo(new Versioned(1, "value"));
    }

    @Test
    void aDeleteDropsTheEntryBeforeItIsAnswered() throws Exception {
        bench.ask(() -> pattern.write("k", "value"));

        assertThat(bench.ask(() -> pattern.delete("k"))).isEqualTo(2);
        assertThat(bench.memory.get("k")).isEmpty();
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, null));
    }

    @Test
    void aReadThatMissesLoadsAndFills() throws Exception {
        bench.rows.write("k", "old");

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "old"));
        assertThat(bench.script.calls()).containsExactly("GET k", "READ k", "PUT k");
    }

    @Test
    void whereTheCacheDoesNotTakeAChangeTheOldRecordIsPutBack() throws Exception {
        bench.ask(() -> pattern.write("k", "old"));
        bench.script.next(CallKind.PUT, new Fault.Refused("busy")).calls();

        var rejection = rejectionOf(() -> pattern.write("k", "new"));

        assertThat(rejection)
                .hasMessage(
                        "The write of 'k' was rejected: the cache did not take it (busy), so the key is dropped there,"
                                + " and the database has what it had before, as version 3.");
        assertThat(rejection.undone()).isTrue();
        assertThat(rejection.tier()).isEqualTo(Tier.REDIS);
        assertThat(bench.script.calls())
                .containsExactly("WRITE k", "PUT k", "INVALIDATE k", "UNDO k", "INVALIDATE k");
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(3, "old"));
    }

    @Test
    void whereTheCacheDoesNotTakeANewRecordItIsDeletedAgain() throws Exception {
        bench.script.next(CallKind.PUT, new Fault.Refused("busy"));

        assertThat(rejectionOf(() -> pattern.write("k", "new")).undone()).isTrue();

        assertThat(bench.rows.read("k")).isEqualTo(new Versioned(2, null));
    }

    @Test
    void whereTheAnswerOfTheCacheIsLostNeitherTierKeepsTheValue() throws Exception {
        bench.ask(() -> pattern.write("k", "old"));
        bench.script.next(CallKind.PUT, new Fault.AnswerLost(Duration.ofSeconds(2)));

        assertThat(rejectionOf(() -> pattern.write("k", "new")))
                .hasMessageContaining("no answer within 2000 ms");

        assertThat(bench.memory.get("k")).isEmpty();
        assertThat(bench.rows.read("k")).isEqualTo(new Versioned(3, "old"));
    }

    @Test
    void withTheCacheLostWritesAndDeletesAreRejectedAndReadsServed() throws Exception {
        bench.ask(() -> pattern.write("k", "old"));
        bench.script.loseCache();

        assertThat(rejectionOf(() -> pattern.write("k", "new")).undone()).isTrue();
        assertThat(rejectionOf(() -> pattern.delete("k")).undone()).isTrue();
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(5, "old"));
    }

    @Test
    void aRejectedValueThatReachedTheCacheAfterAllIsNotServedWhenTheCacheIsBack() throws Exception {
        bench.ask(() -> pattern.write("k", "old"));
        bench.script
                .next(CallKind.PUT, new Fault.AnswerLost(Duration.ofSeconds(2)))
                .refuse(CallKind.INVALIDATE);
        rejectionOf(() -> pattern.write("k", "new"));
        bench.script.recover();
        assertThat(bench.memory.get("k"))
                .get()
                .extracting("versioned")
                .isEqualTo(new Versioned(2, "new"));

        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(3, "old"));
    }

    @Test
    void whereTakingBackFailsTooTheCallerIsToldTheWorst() throws Exception {
        bench.ask(() -> pattern.write("k", "old"));
        bench.script
                .next(CallKind.PUT, new Fault.Refused("busy"))
                .next(CallKind.UNDO, new Fault.Refused("disk full"));

        var rejection = rejectionOf(() -> pattern.write("k", "new"));

        assertThat(rejection.undone()).isFalse();
        assertThat(rejection.tier()).isEqualTo(Tier.DATABASE);
        assertThat(rejection)
                .hasMessage(
                        "The write of 'k' was rejected: the cache did not take it (busy), so the key is dropped there,"
                                + " but the database still has it as version 2, because taking it back failed too (disk full).");
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(2, "new"));
    }

    @Test
    void whereTheDatabaseFailsTheCacheIsNotTouched() throws Exception {
        bench.ask(() -> pattern.write("k", "old"));
        bench.script.next(CallKind.WRITE, new Fault.Refused("disk full")).calls();

        assertThatThrownBy(() -> bench.ask(() -> pattern.write("k", "new")))
                .isInstanceOf(DatabaseUnavailable.class);
        assertThat(bench.script.calls()).containsExactly("WRITE k");
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "old"));
    }

    private Versioned readAfterTheDatabaseFailed(Strategy strategy) throws Exception {
        var ordered = pattern(strategy);
        bench.ask(() -> ordered.write("k", "old"));
        bench.script.next(CallKind.WRITE, new Fault.Refused("disk full"));
        assertThatThrownBy(() -> bench.ask(() -> ordered.write("k", "never written")))
                .isInstanceOf(DatabaseUnavailable.class);
        return bench.ask(() -> ordered.read("k"));
    }

    @Test
    void aValueThatTheDatabaseRefusedIsNeverRead() throws Exception {
        assertThat(readAfterTheDatabaseFailed(STRATEGY)).isEqualTo(new Versioned(1, "old"));
    }

    @Test
    void withoutDatabaseFirstAValueIsReadThatWasNeverWritten() throws Exception {
        assertThat(readAfterTheDatabaseFailed(STRATEGY.without(Fix.DATABASE_FIRST)).value())
                .isEqualTo("never written");
    }

    @Test
    void withoutDatabaseFirstBothTiersAgreeWhereNothingFails() throws Exception {
        var cacheFirst = pattern(STRATEGY.without(Fix.DATABASE_FIRST));
        bench.rows.write("k", "old");

        assertThat(bench.ask(() -> cacheFirst.write("k", "new"))).isEqualTo(2);
        assertThat(bench.ask(() -> cacheFirst.read("k"))).isEqualTo(new Versioned(2, "new"));
        assertThat(bench.ask(() -> cacheFirst.delete("k"))).isEqualTo(3);
        assertThat(bench.ask(() -> cacheFirst.read("k"))).isEqualTo(new Versioned(3, null));
    }

    @Test
    void withoutDatabaseFirstALostCacheRefusesTheWriteBeforeAnythingHappened() throws Exception {
        var cacheFirst = pattern(STRATEGY.without(Fix.DATABASE_FIRST));
        bench.script.loseCache();

        assertThatThrownBy(() -> bench.ask(() -> cacheFirst.write("k", "new")))
                .isInstanceOf(CacheUnavailable.class);
        assertThat(bench.rows.read("k")).isEqualTo(Versioned.NEVER);
    }
}
