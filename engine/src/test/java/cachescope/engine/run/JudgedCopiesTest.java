package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.TagForm;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies of several nodes that are judged by the versions of tags or keys. */
@Timeout(60)
class JudgedCopiesTest {
    private static final List<Strategy> FORMS =
            List.of(
                    CopyRace.judged(InvalidationName.TAG),
                    CopyRace.judged(InvalidationName.VERSION));

    @ParameterizedTest
    @EnumSource(
            value = PatternName.class,
            names = {"CACHE_ASIDE", "READ_THROUGH", "REFRESH_AHEAD"})
    void noCopyIsOldWhenAllIsQuietAndTheLogAddsUp(PatternName pattern) throws Exception {
        for (var form : FORMS) {
            var strategy = form.withPattern(pattern).withTimeToLive(Duration.ofHours(1));
            for (long seed = 1; seed <= 25; seed++) {
                var outcome = Outcome.simulated(CopyRace.plan(strategy, seed));
                assertThat(CopyRace.isStaleInTheEnd(outcome)).as("seed %s", seed).isFalse();
                LogCheck.check(outcome);
            }
        }
    }

    @Test
    void noCopyIsOldWhereVersionsAreEvicted() throws Exception {
        for (var form : FORMS) {
            for (long seed = 1; seed <= 25; seed++) {
                var conditions = form.conditions().withCacheCapacity(1 + (int) (seed % 3));
                var small = form.withConditions(conditions);
                var outcome = Outcome.simulated(CopyRace.plan(small, seed));
                assertThat(CopyRace.isStaleInTheEnd(outcome)).as("seed %s", seed).isFalse();
            }
        }
    }

    @Test
    void hitsAreTakenForHitsOnlyWhereTheCopyIsValid() throws Exception {
        for (var form : FORMS) {
            var outcome = Outcome.simulated(CopyRace.plan(form, 1));
            assertThat(outcome.report().hits()).isPositive();
            assertThat(outcome.report().misses()).isPositive();
            assertThat(outcome.all(Event.MarksRead.class)).isNotEmpty();
        }
    }

    @Test
    void aWriteTellsWhichTagItMadeInvalid() throws Exception {
        var outcome = Outcome.simulated(CopyRace.plan(FORMS.getFirst(), 1));
        assertThat(outcome.all(Event.TagInvalidated.class))
                .isNotEmpty()
                .allMatch(told -> told.keys() == -1);
    }

    @Test
    void whatVersionedKeysLeaveBehindIsCounted() throws Exception {
        var outcome = Outcome.simulated(CopyRace.plan(FORMS.getLast(), 1));
        var report = outcome.report();
        assertThat(report.entriesOrphaned()).isPositive();
        assertThat(report.orphanedBytesMax())
                .isEqualTo(
                        outcome.stream(Event.EntryOrphaned.class)
                                .mapToLong(Event.EntryOrphaned::bytes)
                                .sum());
    }

    @Test
    void setsOfKeysSayHowManyTheyDropped() throws Exception {
        var tags = FORMS.getFirst();
        var sets = tags.withInvalidation(tags.invalidation().withTags(TagForm.SETS));
        var outcome = Outcome.simulated(CopyRace.plan(sets, 1));
        LogCheck.check(outcome);
        assertThat(outcome.all(Event.TagInvalidated.class)).anyMatch(told -> told.keys() > 0);
    }

    @Test
    void theLiveWorldDoesTheSame() throws Exception {
        try (var world = LiveWorld.open(LiveOptions.BUNDLED)) {
            for (var form : FORMS) {
                var live =
                        Strategy.DEFAULT
                                .withTimeToLive(Duration.ofMinutes(10))
                                .withCluster(form.cluster())
                                .withInvalidation(form.invalidation());
                var outcome = Outcome.in(world, CopyRace.plan(live, 1).withSpeed(10));
                LogCheck.check(outcome);
                assertThat(CopyRace.isStaleInTheEnd(outcome)).isFalse();
            }
        }
    }
}
