package cachescope.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.latency.LatencyModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyTest {
    private static final Strategy WRITE_BEHIND =
            Strategy.DEFAULT.withPattern(PatternName.WRITE_BEHIND);

    private static void assertProblem(Strategy strategy, Setting setting, String reason) {
        assertThat(strategy.problems()).containsExactly(new Problem(setting, reason));
    }

    @ParameterizedTest
    @EnumSource(PatternName.class)
    void theDefaultsMakeSenseWithEveryPattern(PatternName pattern) {
        assertThat(Strategy.DEFAULT.withPattern(pattern).problems()).isEmpty();
    }

    @Test
    void refreshAheadNeedsATimeToLive() {
        assertProblem(
                Strategy.DEFAULT
                        .withPattern(PatternName.REFRESH_AHEAD)
                        .withTimeToLive(Duration.ZERO),
                Setting.TTL,
                "Refresh-ahead needs a TTL: an entry that never expires is never refreshed.");
    }

    @Test
    void durationsAreNotNegative() {
        assertProblem(
                Strategy.DEFAULT.withTimeToLive(Duration.ofSeconds(-1)),
                Setting.TTL,
                "TTL must not be negative, but is -1s.");
        assertProblem(
                Strategy.DEFAULT.withDatabaseDelay(Duration.ofMillis(-5)),
                Setting.DATABASE_DELAY,
                "Database delay must not be negative, but is -5ms.");
    }

    @Test
    void durationsHaveAMaximum() {
        assertThat(Strategy.DEFAULT.withTimeToLive(Durations.MAX).problems()).isEmpty();
        assertProblem(
                Strategy.DEFAULT.withTimeToLive(Duration.ofSeconds(1_000_000_000_000L)),
                Setting.TTL,
                "TTL must be at most 87600h (ten years), but is 1000000000000s.");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "-0.5", "1.5", "NaN"})
    void theRefreshShareIsBetweenZeroAndOne(double share) {
        assertProblem(
                Strategy.DEFAULT.withRefreshAt(share),
                Setting.REFRESH_AT,
                "Refresh share must be between 0 and 1, but is " + share + ".");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "10001"})
    void theConcurrencyIsBounded(int concurrency) {
        assertProblem(
                Strategy.DEFAULT.withConcurrency(concurrency),
                Setting.CONCURRENCY,
                "Concurrency must be from 1 to 10000, but is " + concurrency + ".");
    }

    @Test
    void aBatchFitsIntoTheQueue() {
        assertProblem(
                WRITE_BEHIND.withWriteQueue(WriteQueue.DEFAULT.withCapacity(50)),
                Setting.WRITE_BATCH,
                "Write batch must not be larger than the write queue (50), but is 100.");
    }

    @Test
    void theWriteQueueHasBounds() {
        assertThat(
                        WRITE_BEHIND
                                .withWriteQueue(
                                        new WriteQueue(Duration.ZERO, 0, 0, 0, Duration.ZERO))
                                .problems())
                .extracting(Problem::setting)
                .containsExactly(Setting.WRITE_BATCH, Setting.WRITE_QUEUE, Setting.WRITE_ATTEMPTS);
    }

    @Test
    void whatHasNoMeaningIsAProblemOnlyIfItWasGivenOnPurpose() {
        assertThat(WRITE_BEHIND.problems()).isEmpty();
        assertThat(WRITE_BEHIND.problems(Set.of(Setting.PATTERN, Setting.TTL))).isEmpty();
        assertThat(WRITE_BEHIND.problems(Set.of(Setting.ON_WRITE)))
                .containsExactly(
                        new Problem(
                                Setting.ON_WRITE,
                                "On write has no meaning with write-behind: Write-behind sets the new value with each write."));
        assertThat(Strategy.DEFAULT.problems(Set.of(Setting.WRITE_DELAY)))
                .extracting(Problem::reason)
                .containsExactly(
                        "Write delay has no meaning with cache-aside: Only write-behind has a queue of writes.");
    }

    @Test
    void aFixThatDoesNotApplyIsAProblemIfItWasSwitchedOffOnPurpose() {
        var strategy = Strategy.DEFAULT.without(Fix.EXISTING_ONLY, Fix.CHECKED_FILL);

        assertThat(strategy.problems()).isEmpty();
        assertThat(strategy.problems(Set.of(Setting.WITHOUT)))
                .containsExactly(
                        new Problem(
                                Setting.WITHOUT,
                                "The fix existing-only has no meaning with cache-aside: Neither the pattern nor the guard refreshes entries."));
    }

    @ParameterizedTest
    @CsvSource({
        "TTL, NO_CACHE",
        "NEGATIVE_TTL, NO_CACHE",
        "WITHOUT, NO_CACHE",
        "ON_WRITE, READ_THROUGH",
        "ON_WRITE, WRITE_THROUGH",
        "ON_WRITE, WRITE_BEHIND",
        "ON_WRITE, NO_CACHE",
        "REFRESH_AT, CACHE_ASIDE",
        "WRITE_QUEUE, WRITE_THROUGH"
    })
    void aSettingWithoutMeaningHasAReason(Setting setting, PatternName pattern) {
        assertThat(Applicability.reasonAgainst(setting, Strategy.DEFAULT.withPattern(pattern)))
                .get()
                .asString()
                .endsWith(".");
    }

    @Test
    void adaptiveExpiryTakesNoTimeToLive() {
        var adaptive =
                Strategy.DEFAULT.withExpiry(ExpiryPolicy.DEFAULT.withName(ExpiryName.ADAPTIVE));
        assertThat(adaptive.problems()).isEmpty();
        assertThat(adaptive.problems(Set.of(Setting.TTL)))
                .extracting(Problem::reason)
                .containsExactly(
                        "TTL has no meaning with cache-aside: Adaptive expiry has TTLs of its own.");
    }

    @ParameterizedTest
    @CsvSource({
        "TTL, WRITE_BEHIND", "ON_WRITE, CACHE_ASIDE", "ON_WRITE, REFRESH_AHEAD",
                "REFRESH_AT, REFRESH_AHEAD",
        "WRITE_BACKOFF, WRITE_BEHIND", "DATABASE_DELAY, NO_CACHE", "CONCURRENCY, NO_CACHE",
                "PATTERN, NO_CACHE"
    })
    void aSettingWithAMeaningHasNone(Setting setting, PatternName pattern) {
        assertThat(Applicability.reasonAgainst(setting, Strategy.DEFAULT.withPattern(pattern)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"XFETCH", "TAUGHT_XFETCH", "LOCKED_XFETCH", "BACKGROUND"})
    void guardsThatRefreshEntriesGiveExistingOnlyAMeaning(GuardName guard) {
        var strategy =
                Strategy.DEFAULT
                        .withGuard(Strategy.DEFAULT.guard().withName(guard))
                        .without(Fix.EXISTING_ONLY);
        assertThat(strategy.problems(EnumSet.of(Setting.GUARD, Setting.WITHOUT))).isEmpty();
    }

    @Test
    void everyFixMakesADifferenceSomewhere() {
        var absenceCached = Strategy.DEFAULT.withNegativeTimeToLive(Duration.ofSeconds(5));
        var locked = GuardPolicy.DEFAULT.withName(GuardName.LOCK);
        var tagged = InvalidationPolicy.DEFAULT.withName(InvalidationName.TAG);
        var told = InvalidationPolicy.DEFAULT.withName(InvalidationName.EVENT);
        var strategies =
                Stream.concat(
                        Arrays.stream(PatternName.values()).map(absenceCached::withPattern),
                        Stream.of(
                                Strategy.DEFAULT.withGuard(locked).withInvalidation(tagged),
                                Strategy.DEFAULT
                                        .withInvalidation(told)
                                        .withCluster(Cluster.DEFAULT.withNearCapacity(10))));
        var meaningful = EnumSet.noneOf(Fix.class);
        strategies.forEach(strategy ->
                Arrays.stream(Fix.values())
                        .filter(fix -> Applicability.reasonAgainst(fix, strategy).isEmpty())
                        .forEach(meaningful::add));
        assertThat(meaningful).containsExactly(Fix.values());
    }

    @ParameterizedTest
    @EnumSource(Fix.class)
    void withoutACacheThereIsNothingToFix(Fix fix) {
        assertThat(
                        Applicability.reasonAgainst(
                                fix, Strategy.DEFAULT.withPattern(PatternName.NO_CACHE)))
                .isPresent();
    }

    @Test
    void durationsShrinkAsRecordedTimeRunsFaster() throws StrategyException {
        var strategy = WRITE_BEHIND.withDatabaseDelay(Duration.ofSeconds(2));

        var scaled = strategy.scaled(5);

        assertThat(scaled.timeToLive()).isEqualTo(Duration.ofSeconds(12));
        assertThat(scaled.databaseDelay()).isEqualTo(Duration.ofMillis(400));
        assertThat(scaled.writeQueue().delay()).isEqualTo(Duration.ofMillis(200));
        assertThat(scaled.writeQueue().backoff()).isEqualTo(Duration.ofMillis(20));
        assertThat(scaled.expiry().window()).isEqualTo(Duration.ofMinutes(2));
        assertThat(scaled.negativeTimeToLive()).isZero();
        assertThat(scaled.writeQueue().batch()).isEqualTo(100);
    }

    @Test
    void aDurationThatWouldBecomeTooShortIsRefused() {
        assertThatThrownBy(() -> Strategy.DEFAULT.withTimeToLive(Duration.ofMillis(100)).scaled(10))
                .isInstanceOf(StrategyException.class)
                .hasMessage(
                        "The TTL of 100ms would be 10ms at speed 10, and what is shorter than 20ms cannot be kept;"
                                + " lower the speed or make it longer.");
        assertThatThrownBy(() -> Strategy.DEFAULT.withTimeToLive(Duration.ofMillis(20)).scaled(1.5))
                .hasMessageStartingWith("The TTL of 20ms would be 13.333333ms at speed 1.5,");
    }

    @Test
    void theDatabaseDelayMayBecomeAsShortAsItWill() throws StrategyException {
        var strategy = Strategy.DEFAULT.withDatabaseDelay(Duration.ofMillis(20));

        assertThat(strategy.scaled(20).databaseDelay()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aDurationWithoutMeaningIsNoReasonToRefuse() throws StrategyException {
        assertThat(Strategy.DEFAULT.scaled(100).timeToLive()).isEqualTo(Duration.ofMillis(600));
    }

    @Test
    void whatIsShortAlreadyIsKeptAtItsOwnSpeed() throws StrategyException {
        var strategy = Strategy.DEFAULT.withDatabaseDelay(Duration.ofMillis(1));

        assertThat(strategy.scaled(1)).isEqualTo(strategy);
        assertThat(strategy.scaled(0.5).databaseDelay()).isEqualTo(Duration.ofMillis(2));
        assertThat(Strategy.DEFAULT.withTimeToLive(Durations.MAX).scaled(0.001).timeToLive())
                .isEqualTo(Durations.MAX);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "NaN", "Infinity"})
    void aSpeedIsAPositiveNumber(double speed) {
        assertThatThrownBy(() -> Strategy.DEFAULT.scaled(speed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangeIsToldInWords() {
        var changed =
                Strategy.DEFAULT
                        .withPattern(PatternName.WRITE_BEHIND)
                        .withTimeToLive(Duration.ofSeconds(5))
                        .without(Fix.TOMBSTONE);

        assertThat(StrategyChange.describe(Strategy.DEFAULT, changed))
                .isEqualTo("pattern cache-aside to write-behind, TTL 60s to 5s, without tombstone");
        assertThat(StrategyChange.describe(changed, changed.withWithout(Set.of())))
                .isEqualTo("with tombstone");
        assertThat(StrategyChange.describe(changed, changed)).isEqualTo("no change");
    }

    @Test
    void aChangeOfConditionsIsToldInWords() throws StrategyException {
        var changed = Strategy.DEFAULT.withConditions(conditions(5, "redis down 2s..4s"));

        assertThat(StrategyChange.describe(Strategy.DEFAULT, changed))
                .isEqualTo(
                        "cache capacity 0 to 5, faults [] to [redis down 2s..4s], latency of REDIS 1ms to 2ms");
        assertThat(StrategyChange.describe(changed, changed)).isEqualTo("no change");
    }

    /** A capacity, a fault, and a Redis that takes 2 ms. */
    private static Conditions conditions(int capacity, String... faults) throws StrategyException {
        var rules = new ArrayList<FaultRule>();
        for (var fault : faults) {
            rules.add(FaultText.parse(fault));
        }
        var latency = LatencyText.parseTier("REDIS=2ms");
        return new Conditions(
                LatencyModel.DEFAULT.with(latency.tier(), latency.latency()), rules, capacity);
    }

    @ParameterizedTest
    @CsvSource({"-1", "10000001"})
    void theCacheCapacityIsBounded(int capacity) {
        assertProblem(
                Strategy.DEFAULT.withConditions(Conditions.DEFAULT.withCacheCapacity(capacity)),
                Setting.CACHE_CAPACITY,
                "Cache capacity must be from 0 (as many as come) to 10000000, but is "
                        + capacity
                        + ".");
    }

    @Test
    void thereIsAMostOfFaults() throws StrategyException {
        var faults = new ArrayList<FaultRule>();
        for (int second = 0; second <= 100; second++) {
            faults.add(FaultText.parse("redis down %ds..%ds".formatted(second, second + 1)));
        }

        assertProblem(
                Strategy.DEFAULT.withConditions(Conditions.DEFAULT.withFaults(faults)),
                Setting.FAULTS,
                "Faults must be at most 100, but are 101.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-cache|redis down|The fault 'redis down' has no meaning with no-cache: There is no cache.",
                "cache-aside|node 2 killed|The fault 'node 2 killed' has no meaning with cache-aside: There is one application node."
            })
    void aFaultThatCanChangeNothingIsAProblemIfItWasGivenOnPurpose(
            String pattern, String fault, String reason) throws StrategyException {
        var strategy =
                Strategy.DEFAULT
                        .withPattern(PatternName.of(pattern))
                        .withConditions(conditions(0, "database down", fault));

        assertThat(strategy.problems()).isEmpty();
        assertThat(strategy.problems(Set.of(Setting.FAULTS)))
                .containsExactly(new Problem(Setting.FAULTS, reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages lost 1%",
                "messages delayed 50ms 2s..4s",
                "messages out-of-order 10%"
            })
    void aFaultOfMessagesIsRefusedWhoeverAsksForIt(String fault) throws StrategyException {
        var strategy = Strategy.DEFAULT.withConditions(conditions(0, fault));
        var problem =
                new Problem(
                        Setting.FAULTS,
                        "The fault '%s' needs messages, which only invalidation by events sends."
                                .formatted(fault));

        assertThat(strategy.problems()).containsExactly(problem);
        assertThat(strategy.problems(Set.of(Setting.FAULTS))).containsExactly(problem);
    }

    @Test
    void conditionsMakeNoSenseInTheLiveWorld() throws StrategyException {
        var strategy = Strategy.DEFAULT.withConditions(conditions(5, "redis down"));

        assertThat(strategy.problems()).isEmpty();
        assertThat(SimulatedOnly.problems(Strategy.DEFAULT)).isEmpty();
        assertThat(SimulatedOnly.problems(strategy))
                .extracting(Problem::setting)
                .containsExactly(Setting.CACHE_CAPACITY, Setting.LATENCY, Setting.FAULTS);
        assertThatThrownBy(() -> SimulatedOnly.refuse(strategy))
                .isInstanceOf(StrategyException.class)
                .hasMessageStartingWith("Cache capacity is for the simulated world: ");
    }

    @Test
    void withItsConditionsLeftOutAStrategyCanBeRunInTheLiveWorld() throws StrategyException {
        var plain = Strategy.DEFAULT.withConcurrency(3);
        var strategy = plain.withConditions(conditions(5, "redis down"));

        assertThat(SimulatedOnly.leftOut(strategy)).isEqualTo(plain);
        assertThat(SimulatedOnly.problems(SimulatedOnly.leftOut(strategy))).isEmpty();
    }

    @Test
    void aConditionGivenOnPurposeMakesNoSenseInTheLiveWorldEvenIfItIsTheDefault() {
        assertThat(SimulatedOnly.problems(Strategy.DEFAULT, Set.of(Setting.TTL, Setting.LATENCY)))
                .containsExactly(
                        new Problem(
                                Setting.LATENCY,
                                "Latency is for the simulated world: calls of the live one take the time they take."));
    }

    @Test
    void conditionsAreNotScaled() throws StrategyException {
        var strategy = Strategy.DEFAULT.withConditions(conditions(5, "redis down 2s..4s"));

        assertThat(strategy.scaled(5).conditions()).isEqualTo(strategy.conditions());
    }

    @Test
    void settingsHaveTheNamesOfTheCommandLine() {
        assertThat(Setting.NEGATIVE_TTL.option()).isEqualTo("--negative-ttl");
        assertThat(Setting.WRITE_BATCH.option()).isEqualTo("--write-batch");
        assertThat(Setting.TTL.option()).isEqualTo("--ttl");
        assertThat(Setting.CACHE_CAPACITY.option()).isEqualTo("--cache-capacity");
        assertThat(Setting.FAULTS.option()).isEqualTo("--fault");
    }
}
