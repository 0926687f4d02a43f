package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.port.Versioned;
import cachescope.engine.port.faulty.Fault;
import cachescope.engine.strategy.Fix;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The races of cache-aside and of read-through, which fills and invalidates alike. R reads, W
 * writes.
 */
class CacheAsideRacesTest {
    private static final Versioned OLD = new Versioned(1, "old");
    private static final Versioned NEW = new Versioned(2, "new");

    private final Workbench bench = new Workbench();

    /** Makes a pattern of a strategy. */
    interface Kind {
        Pattern of(Ports ports, FixedExpiry expiry, Strategy strategy);
    }

    static List<Kind> kinds() {
        return List.of(CacheAside::new, ReadThrough::new);
    }

    private Pattern pattern(Kind kind, Strategy strategy) {
        return kind.of(bench.ports, new FixedExpiry(strategy.timeToLive()), strategy);
    }

    /**
     * R misses and selects the old record; W writes and drops the copy; then R sets what it has.
     */
    private Versioned readAfterAStaleSet(Pattern pattern) throws Exception {
        bench.rows.write("k", "old");
        bench.script.hold(CallKind.PUT, Duration.ofSeconds(1));
        var reader = bench.begin(() -> pattern.read("k"));
        bench.ask(() -> pattern.write("k", "new"));
        bench.pass(Duration.ofSeconds(1));
        assertThat(reader.answer()).isEqualTo(OLD);
        return bench.ask(() -> pattern.read("k"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFillThatAWriteHasOvertakenIsRefused(Kind kind) throws Exception {
        assertThat(readAfterAStaleSet(pattern(kind, Strategy.DEFAULT))).isEqualTo(NEW);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withoutCheckedFillAStaleSetStays(Kind kind) throws Exception {
        assertThat(readAfterAStaleSet(pattern(kind, Strategy.DEFAULT.without(Fix.CHECKED_FILL))))
                .isEqualTo(OLD);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withoutTombstonesACheckHasNothingToCompareWith(Kind kind) throws Exception {
        assertThat(readAfterAStaleSet(pattern(kind, Strategy.DEFAULT.without(Fix.TOMBSTONE))))
                .isEqualTo(OLD);
    }

    /** Between the two steps of W, R misses, selects and sets. */
    private Versioned readAfterTheWrongOrder(Strategy strategy) throws Exception {
        var pattern = pattern(CacheAside::new, strategy);
        bench.rows.write("k", "old");
        bench.script.hold(CallKind.WRITE, Duration.ofSeconds(1));
        var writer = bench.begin(() -> pattern.write("k", "new"));
        bench.ask(() -> pattern.read("k"));
        bench.pass(Duration.ofSeconds(1));
        assertThat(writer.answer()).isEqualTo(2);
        return bench.ask(() -> pattern.read("k"));
    }

    @Test
    void theDatabaseFirstLeavesNoOldCopy() throws Exception {
        assertThat(readAfterTheWrongOrder(Strategy.DEFAULT)).isEqualTo(NEW);
    }

    @Test
    void withoutDatabaseFirstAReaderFillsTheOldRecordInBetween() throws Exception {
        assertThat(readAfterTheWrongOrder(Strategy.DEFAULT.without(Fix.DATABASE_FIRST)))
                .isEqualTo(OLD);
    }

    /** R selects the old record; W sets the new one, which is evicted; then R sets what it has. */
    private Versioned readAfterAnEviction(Strategy strategy) throws Exception {
        var pattern = pattern(CacheAside::new, strategy.withOnWrite(OnWrite.UPDATE));
        bench.rows.write("k", "old");
        bench.script.hold(CallKind.PUT, Duration.ofSeconds(1));
        bench.begin(() -> pattern.read("k"));
        bench.ask(() -> pattern.write("k", "new"));
        bench.memory.remove("k");
        bench.pass(Duration.ofSeconds(1));
        return bench.ask(() -> pattern.read("k"));
    }

    @Test
    void aFillKnowsOfAWriteWhoseEntryWasEvicted() throws Exception {
        assertThat(readAfterAnEviction(Strategy.DEFAULT)).isEqualTo(NEW);
    }

    @Test
    void withoutTombstonesAnEvictedVersionIsForgotten() throws Exception {
        assertThat(readAfterAnEviction(Strategy.DEFAULT.without(Fix.TOMBSTONE))).isEqualTo(OLD);
    }

    /** Two writers, whose new values reach the cache in the other order. */
    private Versioned readAfterCrossingWrites(Strategy strategy) throws Exception {
        var pattern = pattern(CacheAside::new, strategy.withOnWrite(OnWrite.UPDATE));
        bench.script.hold(CallKind.PUT, Duration.ofSeconds(1));
        bench.begin(() -> pattern.write("k", "old"));
        bench.ask(() -> pattern.write("k", "new"));
        bench.pass(Duration.ofSeconds(1));
        return bench.ask(() -> pattern.read("k"));
    }

    @Test
    void anUpdateThatALaterOneHasOvertakenIsRefused() throws Exception {
        assertThat(readAfterCrossingWrites(Strategy.DEFAULT)).isEqualTo(NEW);
    }

    @Test
    void withoutCheckedWriteTwoUpdatesCross() throws Exception {
        assertThat(readAfterCrossingWrites(Strategy.DEFAULT.without(Fix.CHECKED_WRITE)))
                .isEqualTo(OLD);
    }

    private Versioned readAfterACreation(Kind kind, Strategy strategy) throws Exception {
        var pattern = pattern(kind, strategy.withNegativeTimeToLive(Duration.ofSeconds(30)));
        bench.ask(() -> pattern.read("k"));
        bench.ask(() -> pattern.write("k", "first"));
        return bench.ask(() -> pattern.read("k"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCachedAbsenceEndsWhenTheRecordIsCreated(Kind kind) throws Exception {
        assertThat(readAfterACreation(kind, Strategy.DEFAULT)).isEqualTo(new Versioned(1, "first"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withoutThatFixNothingSticks(Kind kind) throws Exception {
        var strategy = Strategy.DEFAULT.without(Fix.ABSENCE_ENDS_AT_CREATION);
        assertThat(readAfterACreation(kind, strategy)).isEqualTo(Versioned.NEVER);
    }

    private Versioned readAfterAFailedInvalidation(Kind kind, Strategy strategy, int failures)
            throws Exception {
        var pattern = pattern(kind, strategy);
        bench.rows.write("k", "old");
        bench.ask(() -> pattern.read("k"));
        for (int failure = 0; failure < failures; failure++) {
            bench.script.next(CallKind.INVALIDATE, new Fault.Refused("busy"));
        }
        assertThat(bench.ask(() -> pattern.write("k", "new"))).isEqualTo(2);
        return bench.ask(() -> pattern.read("k"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anInvalidationThatFailedIsTriedAgain(Kind kind) throws Exception {
        assertThat(readAfterAFailedInvalidation(kind, Strategy.DEFAULT, 1)).isEqualTo(NEW);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anInvalidationThatKeepsFailingIsMadeUpForBeforeTheKeyIsRead(Kind kind) throws Exception {
        assertThat(readAfterAFailedInvalidation(kind, Strategy.DEFAULT, 3)).isEqualTo(NEW);
        assertThat(bench.memory.get("k")).get().extracting("versioned").isEqualTo(NEW);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aCopyThatCouldNotBeDroppedYetIsNotServed(Kind kind) throws Exception {
        assertThat(readAfterAFailedInvalidation(kind, Strategy.DEFAULT, 4)).isEqualTo(NEW);
        assertThat(bench.memory.get("k")).get().extracting("versioned").isEqualTo(OLD);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withoutRetriesOneFailedInvalidationLeavesTheOldCopyInSilence(Kind kind) throws Exception {
        var strategy = Strategy.DEFAULT.without(Fix.RETRY_INVALIDATION);
        assertThat(readAfterAFailedInvalidation(kind, strategy, 1)).isEqualTo(OLD);
    }
}
