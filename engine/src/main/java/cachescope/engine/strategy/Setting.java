package cachescope.engine.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The settings of a strategy, each by its names and how its value is written. */
public enum Setting {
    PATTERN("pattern", "pattern", strategy -> strategy.pattern().label()),
    TTL("ttl", "TTL", strategy -> Durations.print(strategy.timeToLive())),
    NEGATIVE_TTL(
            "negativeTtl",
            "negative TTL",
            strategy -> Durations.print(strategy.negativeTimeToLive())),
    EXPIRY("expiry", "expiry", strategy -> strategy.expiry().name().label()),
    JITTER("jitter", "jitter", strategy -> Double.toString(strategy.expiry().jitter())),
    ADAPTIVE(
            "adaptive",
            "adaptive TTLs",
            strategy -> AdaptiveSteps.print(strategy.expiry().steps())),
    INVALIDATION(
            "invalidation", "invalidation", strategy -> strategy.invalidation().name().label()),
    TAGS("tags", "tags", strategy -> strategy.invalidation().tags().label()),
    GUARD("guard", "guard", strategy -> strategy.guard().name().label()),
    BETA("beta", "beta", strategy -> Double.toString(strategy.guard().beta())),
    LOCK_TTL("lockTtl", "lock TTL", strategy -> Durations.print(strategy.guard().lockTime())),
    LOCK_WAIT("lockWait", "lock wait", strategy -> Durations.print(strategy.guard().lockWait())),
    ON_LOCK_TIMEOUT(
            "onLockTimeout", "on lock time-out", strategy -> strategy.guard().onTimeout().label()),
    NODES("nodes", "nodes", strategy -> Integer.toString(strategy.cluster().nodes())),
    BALANCER("balancer", "balancer", strategy -> strategy.cluster().balancer().label()),
    NEAR_CACHE(
            "nearCache",
            "near cache",
            strategy -> Integer.toString(strategy.cluster().nearCapacity())),
    NEAR_TTL("nearTtl", "near TTL", strategy -> NearTtl.print(strategy.cluster().nearTimeToLive())),
    EVICTION("eviction", "eviction", strategy -> strategy.eviction().label()),
    ON_WRITE("onWrite", "on write", strategy -> strategy.onWrite().label()),
    REFRESH_AT("refreshAt", "refresh share", strategy -> Double.toString(strategy.refreshAt())),
    WRITE_DELAY(
            "writeDelay",
            "write delay",
            strategy -> Durations.print(strategy.writeQueue().delay())),
    WRITE_BATCH(
            "writeBatch",
            "write batch",
            strategy -> Integer.toString(strategy.writeQueue().batch())),
    WRITE_QUEUE(
            "writeQueue",
            "write queue",
            strategy -> Integer.toString(strategy.writeQueue().capacity())),
    WRITE_ATTEMPTS(
            "writeAttempts",
            "write attempts",
            strategy -> Integer.toString(strategy.writeQueue().attempts())),
    WRITE_BACKOFF(
            "writeBackoff",
            "write backoff",
            strategy -> Durations.print(strategy.writeQueue().backoff())),
    DATABASE_DELAY(
            "databaseDelay",
            "database delay",
            strategy -> Durations.print(strategy.databaseDelay())),
    CONCURRENCY("concurrency", "concurrency", strategy -> Integer.toString(strategy.concurrency())),
    WITHOUT(
            "without",
            "fixes off",
            strategy ->
                    strategy.without().stream()
                            .map(Fix::label)
                            .collect(Collectors.joining(", ", "[", "]"))),
    CACHE_CAPACITY(
            "cacheCapacity",
            "cache capacity",
            strategy -> Integer.toString(strategy.conditions().cacheCapacity())),
    LATENCY("latency", "latency", strategy -> LatencyText.print(strategy.conditions().latency())),
    FAULTS(
            "faults",
            "faults",
            strategy ->
                    strategy.conditions().faults().stream()
                            .map(FaultText::print)
                            .collect(Collectors.joining(", ", "[", "]")));

    private final String label;
    private final String words;
    private final Function<Strategy, String> text;

    Setting(String label, String words, Function<Strategy, String> text) {
        this.label = label;
        this.words = words;
        this.text = text;
    }

    /** The name in JSON, such as {@code negativeTtl}. */
    public String label() {
        return label;
    }

    /** The name in the command line, such as {@code --negative-ttl}. */
    public String option() {
        if (this == FAULTS) {
            return "--fault"; // given once for each
        }
        return "--" + label.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The name in a sentence, such as {@code negative TTL}. */
    public String words() {
        return words;
    }

    /** The value in a strategy, in words. */
    public String text(Strategy strategy) {
        return text.apply(strategy);
    }

    static Optional<Setting> labelled(String label) {
        return Arrays.stream(values()).filter(setting -> setting.label.equals(label)).findFirst();
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Setting::label).toList();
    }
}
