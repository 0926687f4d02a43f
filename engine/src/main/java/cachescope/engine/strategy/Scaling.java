package cachescope.engine.strategy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Makes the durations of a strategy shorter as recorded time runs faster, or longer as it runs
 * slower.
 */
final class Scaling {
    /**
     * What is shorter than this cannot be kept in the live world, where the stores and the system
     * take time of their own.
     */
    static final Duration MIN = Duration.ofMillis(20);

    private final double speed;

    /** Throws {@link IllegalArgumentException} if the speed is not a positive number. */
    Scaling(double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed must be a positive number, but is " + speed);
        }
        this.speed = speed;
    }

    Strategy of(Strategy strategy) throws StrategyException {
        var queue = strategy.writeQueue();
        return strategy.withTimeToLive(scaled(Setting.TTL, strategy, strategy.timeToLive()))
                .withNegativeTimeToLive(
                        scaled(Setting.NEGATIVE_TTL, strategy, strategy.negativeTimeToLive()))
                .withExpiry(expiry(strategy))
                .withGuard(guard(strategy))
                .withCluster(cluster(strategy))
                .withDatabaseDelay(scaled(strategy.databaseDelay()))
                .withWriteQueue(
                        queue.withDelay(scaled(Setting.WRITE_DELAY, strategy, queue.delay()))
                                .withBackoff(
                                        scaled(Setting.WRITE_BACKOFF, strategy, queue.backoff())));
    }

    private ExpiryPolicy expiry(Strategy strategy) throws StrategyException {
        var steps = new ArrayList<ExpiryPolicy.Step>();
        for (var step : strategy.expiry().steps()) {
            var timeToLive = scaled(Setting.ADAPTIVE, strategy, step.timeToLive());
            steps.add(new ExpiryPolicy.Step(step.reads(), timeToLive));
        }
        return strategy.expiry().withSteps(steps).withWindow(scaled(strategy.expiry().window()));
    }

    private GuardPolicy guard(Strategy strategy) throws StrategyException {
        var guard = strategy.guard();
        return guard.withLockTime(scaled(Setting.LOCK_TTL, strategy, guard.lockTime()))
                .withLockWait(scaled(Setting.LOCK_WAIT, strategy, guard.lockWait()));
    }

    private Cluster cluster(Strategy strategy) throws StrategyException {
        var near = strategy.cluster().nearTimeToLive();
        if (near.isEmpty()) {
            return strategy.cluster();
        }
        var scaled = scaled(Setting.NEAR_TTL, strategy, near.get());
        return strategy.cluster().withNearTimeToLive(Optional.of(scaled));
    }

    /**
     * The added delay is a plain sleep, and the window of adaptive TTLs a look back: no promise of
     * a store, so they may become as short as they will.
     */
    private Duration scaled(Duration duration) {
        return Duration.ofNanos(
                Math.round(Math.min(nanos(duration) / speed, nanos(Durations.MAX))));
    }

    private Duration scaled(Setting setting, Strategy strategy, Duration duration)
            throws StrategyException {
        var scaled = scaled(duration);
        boolean matters =
                !duration.isZero() && Applicability.reasonAgainst(setting, strategy).isEmpty();
        if (matters && speed > 1 && scaled.compareTo(MIN) < 0) {
            throw new StrategyException(
                    "The %s of %s would be %s at speed %s, and what is shorter than %s cannot be kept; lower the speed or make it longer."
                            .formatted(
                                    setting.words(),
                                    Durations.print(duration),
                                    Durations.print(scaled),
                                    BigDecimal.valueOf(speed).stripTrailingZeros().toPlainString(),
                                    Durations.print(MIN)));
        }
        return scaled;
    }

    private static double nanos(Duration duration) {
        return duration.getSeconds() * 1e9 + duration.getNano();
    }
}
