package cachescope.engine.run;

import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.fixture.MemoryTraffic;
import cachescope.engine.port.RandomStream;
import cachescope.engine.strategy.Balancer;
import cachescope.engine.strategy.Cluster;
import cachescope.engine.strategy.Combinations;
import cachescope.engine.strategy.Conditions;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.strategy.ExpiryName;
import cachescope.engine.strategy.ExpiryPolicy;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.GuardPolicy;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.InvalidationPolicy;
import cachescope.engine.strategy.OnLockTimeout;
import cachescope.engine.strategy.OnWrite;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.TagForm;
import cachescope.engine.strategy.WriteQueue;
import cachescope.engine.strategy.fault.Chance;
import cachescope.engine.strategy.fault.FaultRule;
import cachescope.engine.strategy.fault.Span;
import cachescope.engine.strategy.latency.Fixed;
import cachescope.engine.strategy.latency.LatencyModel;
import cachescope.engine.strategy.latency.LogNormal;
import cachescope.engine.strategy.latency.Uniform;
import cachescope.engine.traffic.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Plans in which much happens at once, each by a seed: few keys, short lives, many requests in
 * flight, a small queue of writes, a small cache and, if wanted, faults of every kind.
 */
final class BusyPlan {
    /** All that the simulated world has. */
    private static final List<EvictionName> EVICTIONS =
            List.of(
                    EvictionName.LRU,
                    EvictionName.LINKED_HASH_MAP,
                    EvictionName.FIFO,
                    EvictionName.CLOCK,
                    EvictionName.LFU,
                    EvictionName.SIEVE,
                    EvictionName.S3_FIFO,
                    EvictionName.SAMPLED_LRU);

    static final int REQUESTS = 240;

    private static final long SPACING_MAX = Duration.ofMillis(6).toNanos();

    private final RandomGenerator random;

    private BusyPlan(RandomGenerator random) {
        this.random = random;
    }

    /** A plan in which something of every kind may go wrong. */
    static Plan faulty(PatternName pattern, long seed) {
        var busy = new BusyPlan(RandomStream.of(seed, "faulty plan for " + pattern.label()));
        var strategy = busy.strategy(pattern);
        var conditions = strategy.conditions().withFaults(busy.faults());
        return busy.plan(strategy.withConditions(conditions), seed);
    }

    /** A plan in which nothing goes wrong. */
    static Plan faultless(PatternName pattern, long seed) {
        var busy = new BusyPlan(RandomStream.of(seed, "plan for " + pattern.label()));
        return busy.plan(busy.strategy(pattern), seed);
    }

    /** Another strategy, such as a plan may change to. */
    static Strategy anyStrategy(long seed) {
        var busy = new BusyPlan(RandomStream.of(seed, "another strategy"));
        var patterns = PatternName.values();
        return busy.strategy(patterns[busy.random.nextInt(patterns.length)]);
    }

    private Plan plan(Strategy strategy, long seed) {
        int keys = random.nextInt(1, 9);
        var traffic = MemoryTraffic.of(mixed(random, REQUESTS, keys, SPACING_MAX));
        boolean empty = random.nextInt(4) == 0;
        return new Plan(strategy, traffic, 1, Long.MAX_VALUE, seed, empty, List.of());
    }

    /** Reads, writes and deletes of few keys at times that rise. */
    static List<Request> mixed(RandomGenerator random, int requests, int keys, long spacingMax) {
        var mixed = new ArrayList<Request>();
        long at = 0;
        for (int i = 0; i < requests; i++) {
            at += random.nextLong(spacingMax);
            int dice = random.nextInt(10);
            var operation =
                    dice < 6 ? Operation.READ : dice < 9 ? Operation.WRITE : Operation.DELETE;
            mixed.add(Request.of(at, operation, "key " + random.nextInt(keys)));
        }
        return mixed;
    }

    private Strategy strategy(PatternName pattern) {
        var guarded = guarded(unguarded(pattern), pattern);
        var expiries = ExpiryName.values();
        var expiring =
                guarded.withExpiry(
                        new ExpiryPolicy(
                                expiries[random.nextInt(expiries.length)],
                                random.nextDouble(0.9),
                                List.of(
                                        new ExpiryPolicy.Step(3, millis(100, 400)),
                                        new ExpiryPolicy.Step(0, millis(20, 100)))));
        var balancers = Balancer.values();
        var near = random.nextBoolean() ? Optional.<Duration>empty() : Optional.of(millis(10, 300));
        var clustered =
                evicting(expiring)
                        .withCluster(
                                new Cluster(
                                        pattern == PatternName.WRITE_BEHIND
                                                ? 1
                                                : random.nextInt(1, 5),
                                        balancers[random.nextInt(balancers.length)],
                                        random.nextBoolean() ? 0 : random.nextInt(1, 5),
                                        near));
        var names = InvalidationName.values();
        var forms = TagForm.values();
        var told =
                clustered.withInvalidation(
                        new InvalidationPolicy(
                                names[random.nextInt(names.length)],
                                forms[random.nextInt(forms.length)]));
        boolean fits =
                told.invalidation().name() != InvalidationName.TRACKING
                        && told.problems().isEmpty();
        return fits ? told : clustered;
    }

    private Strategy evicting(Strategy strategy) {
        return strategy.withEviction(EVICTIONS.get(random.nextInt(EVICTIONS.size())));
    }

    private Strategy guarded(Strategy strategy, PatternName pattern) {
        var guards = GuardName.values();
        var guard = guards[random.nextInt(guards.length)];
        boolean fits =
                pattern != PatternName.NO_CACHE
                        && Combinations.reasonAgainst(guard, strategy).isEmpty();
        var policy =
                new GuardPolicy(
                        fits ? guard : GuardName.NONE,
                        random.nextDouble(0.5, 3),
                        millis(10, 300),
                        millis(5, 200),
                        random.nextBoolean() ? OnLockTimeout.LOAD : OnLockTimeout.FAIL);
        return strategy.withGuard(policy);
    }

    private Strategy unguarded(PatternName pattern) {
        return Strategy.DEFAULT
                .withPattern(pattern)
                .withTimeToLive(millis(20, 400))
                .withNegativeTimeToLive(random.nextBoolean() ? Duration.ZERO : millis(20, 400))
                .withOnWrite(random.nextBoolean() ? OnWrite.DELETE : OnWrite.UPDATE)
                .withRefreshAt(random.nextDouble(0.1, 0.9))
                .withDatabaseDelay(random.nextBoolean() ? Duration.ZERO : millis(1, 20))
                .withConcurrency(random.nextInt(16, 65))
                .withWriteQueue(
                        new WriteQueue(
                                millis(5, 100),
                                random.nextInt(1, 5),
                                random.nextInt(4, 7),
                                random.nextInt(1, 5),
                                millis(5, 30)))
                .withConditions(
                        new Conditions(
                                latency(), List.of(), random.nextBoolean() ? 0 : capacity()));
    }

    private int capacity() {
        return random.nextInt(1, 5);
    }

    private LatencyModel latency() {
        return switch (random.nextInt(4)) {
            case 0 -> LatencyModel.DEFAULT;
            case 1 -> LatencyModel.DEFAULT.with(Tier.DATABASE, new Fixed(Duration.ofMillis(20)));
            case 2 ->
                    LatencyModel.DEFAULT
                            .with(
                                    Tier.REDIS,
                                    new LogNormal(Duration.ofMillis(1), Duration.ofMillis(30)))
                            .with(
                                    Tier.DATABASE,
                                    new LogNormal(Duration.ofMillis(10), Duration.ofMillis(300)));
            default ->
                    LatencyModel.DEFAULT
                            .with(Tier.REDIS, new Uniform(Duration.ZERO, Duration.ofNanos(3)))
                            .with(Tier.DATABASE, new Fixed(Duration.ZERO));
        };
    }

    private List<FaultRule> faults() {
        var faults = new ArrayList<FaultRule>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            faults.add(fault(random.nextBoolean() ? Tier.REDIS : Tier.DATABASE));
        }
        return faults;
    }

    private FaultRule fault(Tier tier) {
        var chance = new Chance(1, random.nextInt(2, 20));
        return switch (random.nextInt(6)) {
            case 0 -> new FaultRule.Down(tier, span());
            case 1 -> new FaultRule.Slow(tier, random.nextDouble(1.5, 400), span());
            case 2 -> new FaultRule.Fails(tier, chance, span());
            case 3 -> new FaultRule.LostBefore(tier, chance, span());
            case 4 -> new FaultRule.LostAfter(tier, chance, span());
            default -> new FaultRule.NodeKilled(1, span());
        };
    }

    private Span span() {
        if (random.nextInt(5) == 0) {
            return Span.WHOLE_RUN;
        }
        long from = millis(0, 600).toNanos();
        return new Span(from, from + millis(10, 300).toNanos());
    }

    private Duration millis(int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }
}
