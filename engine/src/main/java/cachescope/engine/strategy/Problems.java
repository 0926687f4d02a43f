package cachescope.engine.strategy;

import cachescope.engine.strategy.fault.FaultRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks for what makes no sense in a strategy. */
final class Problems {
    static final int CONCURRENCY_MAX = 10_000;
    static final int BATCH_MAX = 10_000;
    static final int QUEUE_MAX = 1_000_000;
    static final int ATTEMPTS_MAX = 100;
    static final int CACHE_CAPACITY_MAX = 10_000_000;
    static final int FAULTS_MAX = 100;
    static final int NEAR_CAPACITY_MAX = 1_000_000;
    static final double BETA_MAX = 1_000;

    private final Strategy strategy;
    private final List<Problem> found = new ArrayList<>();

    private Problems(Strategy strategy) {
        this.strategy = strategy;
    }

    static List<Problem> of(Strategy strategy) {
        var problems = new Problems(strategy);
        problems.lookAtDurations();
        problems.lookAtNumbers();
        problems.lookAtCombinations();
        return List.copyOf(problems.found);
    }

    static List<Problem> of(Strategy strategy, Set<Setting> given) {
        var problems = new Problems(strategy);
        problems.found.addAll(of(strategy));
        problems.lookAtMeaning(given);
        return problems.found.stream().distinct().toList();
    }

    private void lookAtDurations() {
        lookAtDuration(Setting.TTL, strategy.timeToLive());
        lookAtDuration(Setting.NEGATIVE_TTL, strategy.negativeTimeToLive());
        lookAtDuration(Setting.WRITE_DELAY, strategy.writeQueue().delay());
        lookAtDuration(Setting.WRITE_BACKOFF, strategy.writeQueue().backoff());
        lookAtDuration(Setting.DATABASE_DELAY, strategy.databaseDelay());
        strategy.expiry()
                .steps()
                .forEach(step -> lookAtDuration(Setting.ADAPTIVE, step.timeToLive()));
        strategy.cluster()
                .nearTimeToLive()
                .ifPresent(near -> lookAtDuration(Setting.NEAR_TTL, near));
        lookAtPositive(Setting.LOCK_TTL, strategy.guard().lockTime());
        lookAtPositive(Setting.LOCK_WAIT, strategy.guard().lockWait());
    }

    private void lookAtPositive(Setting setting, Duration duration) {
        lookAtDuration(setting, duration);
        if (duration.isZero()) {
            add(setting, "must be above 0");
        }
    }

    private void lookAtDuration(Setting setting, Duration duration) {
        if (duration.isNegative()) {
            add(setting, "must not be negative, but is " + Durations.print(duration));
        } else if (duration.compareTo(Durations.MAX) > 0) {
            add(
                    setting,
                    "must be at most %s (ten years), but is %s"
                            .formatted(Durations.print(Durations.MAX), Durations.print(duration)));
        }
    }

    private void lookAtNumbers() {
        if (!(strategy.refreshAt() > 0 && strategy.refreshAt() < 1)) {
            add(Setting.REFRESH_AT, "must be between 0 and 1, but is " + strategy.refreshAt());
        }
        double jitter = strategy.expiry().jitter();
        if (!(jitter >= 0 && jitter < 1)) {
            add(Setting.JITTER, "must be from 0 to below 1, but is " + jitter);
        }
        double beta = strategy.guard().beta();
        if (!(beta > 0 && beta <= BETA_MAX)) {
            add(Setting.BETA, "must be above 0 and at most 1000, but is " + beta);
        }
        lookAtNumber(Setting.NODES, strategy.cluster().nodes(), Cluster.NODES_MAX);
        int near = strategy.cluster().nearCapacity();
        if (near < 0 || near > NEAR_CAPACITY_MAX) {
            add(
                    Setting.NEAR_CACHE,
                    "must be from 0 (none) to %s, but is %s".formatted(NEAR_CAPACITY_MAX, near));
        }
        lookAtNumber(Setting.CONCURRENCY, strategy.concurrency(), CONCURRENCY_MAX);
        lookAtConditions(strategy.conditions());
        lookAtNumber(Setting.WRITE_BATCH, strategy.writeQueue().batch(), BATCH_MAX);
        lookAtNumber(Setting.WRITE_QUEUE, strategy.writeQueue().capacity(), QUEUE_MAX);
        lookAtNumber(Setting.WRITE_ATTEMPTS, strategy.writeQueue().attempts(), ATTEMPTS_MAX);
    }

    private void lookAtNumber(Setting setting, int number, int max) {
        if (number < 1 || number > max) {
            add(setting, "must be from 1 to %s, but is %s".formatted(max, number));
        }
    }

    private void lookAtConditions(Conditions conditions) {
        int capacity = conditions.cacheCapacity();
        if (capacity < 0 || capacity > CACHE_CAPACITY_MAX) {
            add(
                    Setting.CACHE_CAPACITY,
                    "must be from 0 (as many as come) to %s, but is %s"
                            .formatted(CACHE_CAPACITY_MAX, capacity));
        }
        int faults = conditions.faults().size();
        if (faults > FAULTS_MAX) {
            add(Setting.FAULTS, "must be at most %s, but are %s".formatted(FAULTS_MAX, faults));
        }
        FaultOverlap.in(conditions.faults())
                .ifPresent(sentence -> found.add(new Problem(Setting.FAULTS, sentence)));
    }

    private void lookAtCombinations() {
        lookAtMessages();
        Combinations.reasonAgainst(strategy.eviction())
                .ifPresent(reason -> found.add(new Problem(Setting.EVICTION, reason)));
        if (strategy.pattern() != PatternName.NO_CACHE) {
            Combinations.reasonAgainst(strategy.guard().name(), strategy)
                    .ifPresent(reason -> found.add(new Problem(Setting.GUARD, reason)));
            Combinations.reasonAgainst(strategy.invalidation().name(), strategy)
                    .ifPresent(reason -> found.add(new Problem(Setting.INVALIDATION, reason)));
        }
        if (strategy.cluster().nodes() > 1) {
            Combinations.reasonAgainstNodes(strategy)
                    .ifPresent(reason -> found.add(new Problem(Setting.NODES, reason)));
        }
        if (strategy.pattern() == PatternName.REFRESH_AHEAD && strategy.timeToLive().isZero()) {
            found.add(
                    new Problem(
                            Setting.TTL,
                            "Refresh-ahead needs a TTL: an entry that never expires is never refreshed."));
        }
        if (isWriteBehind() && strategy.writeQueue().batch() > strategy.writeQueue().capacity()) {
            add(
                    Setting.WRITE_BATCH,
                    "must not be larger than the write queue (%s), but is %s"
                            .formatted(
                                    strategy.writeQueue().capacity(),
                                    strategy.writeQueue().batch()));
        }
    }

    /** Refused whoever asks for them, as they would silently do nothing. */
    private void lookAtMessages() {
        for (var fault : strategy.conditions().faults()) {
            boolean sends = strategy.invalidation().name() == InvalidationName.EVENT;
            if (fault instanceof FaultRule.OfMessages && !sends) {
                found.add(
                        new Problem(
                                Setting.FAULTS,
                                "The fault '%s' needs messages, which only invalidation by events sends."
                                        .formatted(FaultText.print(fault))));
            }
        }
    }

    private boolean isWriteBehind() {
        return strategy.pattern() == PatternName.WRITE_BEHIND;
    }

    private void lookAtMeaning(Set<Setting> given) {
        for (var setting : Setting.values()) {
            if (given.contains(setting)) {
                Applicability.reasonAgainst(setting, strategy)
                        .ifPresent(reason ->
                                found.add(
                                        meaningless(
                                                setting, capitalised(setting.words()), reason)));
            }
        }
        if (given.contains(Setting.FAULTS)) {
            lookAtFaults();
        }
        if (given.contains(Setting.WITHOUT) && strategy.pattern() != PatternName.NO_CACHE) {
            for (var fix : strategy.without()) {
                Applicability.reasonAgainst(fix, strategy)
                        .ifPresent(reason ->
                                found.add(
                                        meaningless(
                                                Setting.WITHOUT,
                                                "The fix " + fix.label(),
                                                reason)));
            }
        }
    }

    private void lookAtFaults() {
        for (var fault : strategy.conditions().faults()) {
            if (fault instanceof FaultRule.OfMessages) {
                continue;
            }
            Applicability.reasonAgainst(fault, strategy)
                    .ifPresent(reason ->
                            found.add(
                                    meaningless(
                                            Setting.FAULTS,
                                            "The fault '%s'".formatted(FaultText.print(fault)),
                                            reason)));
        }
    }

    private Problem meaningless(Setting setting, String what, String reason) {
        return new Problem(
                setting,
                "%s has no meaning with %s: %s"
                        .formatted(what, strategy.pattern().label(), reason));
    }

    private void add(Setting setting, String complaint) {
        found.add(
                new Problem(setting, "%s %s.".formatted(capitalised(setting.words()), complaint)));
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
