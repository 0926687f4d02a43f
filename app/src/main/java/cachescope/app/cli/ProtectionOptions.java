package cachescope.app.cli;

import cachescope.engine.strategy.Balancer;
import cachescope.engine.strategy.Cluster;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.strategy.ExpiryName;
import cachescope.engine.strategy.ExpiryPolicy;
import cachescope.engine.strategy.GuardName;
import cachescope.engine.strategy.GuardPolicy;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.InvalidationPolicy;
import cachescope.engine.strategy.OnLockTimeout;
import cachescope.engine.strategy.TagForm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options about expiry, invalidation, guards, application nodes and eviction: each overrides
 * what the file or the default says.
 */
final class ProtectionOptions {
    @Option(
            names = "--expiry",
            paramLabel = "NAME",
            description = "fixed (default), jittered, adaptive.")
    @Nullable ExpiryName expiryName;

    @Option(
            names = "--jitter",
            paramLabel = "SHARE",
            description =
                    "Jittered: the largest share of the TTL by which an entry lives longer or shorter; 0.1 by default.")
    @Nullable Double jitter;

    @Option(
            names = "--adaptive",
            paramLabel = "STEPS",
            description =
                    "Adaptive: TTLs by reads in ten minutes; 1000=1h,100=30m,0=5m by default.")
    @Nullable Steps steps;

    @Option(
            names = "--invalidation",
            paramLabel = "NAME",
            description =
                    "How copies learn of a write: ttl (default), event, tag, version, tracking.")
    @Nullable InvalidationName invalidationName;

    @Option(
            names = "--tags",
            paramLabel = "FORM",
            description = "How tags are kept: versions (default) or sets.")
    @Nullable TagForm tags;

    @Option(
            names = "--guard",
            paramLabel = "NAME",
            description =
                    "Against stampedes: none (default), lock, xfetch, taught-xfetch, background, locked-xfetch, lease.")
    @Nullable GuardName guardName;

    @Option(
            names = "--beta",
            paramLabel = "FACTOR",
            description = "XFetch: more is earlier; 1 by default.")
    @Nullable Double beta;

    @Option(
            names = "--lock-ttl",
            paramLabel = "TIME",
            description = "For how long a lock or lease is taken; 10s by default.")
    @Nullable Duration lockTime;

    @Option(
            names = "--lock-wait",
            paramLabel = "TIME",
            description = "The longest wait for the load of another; 2s by default.")
    @Nullable Duration lockWait;

    @Option(
            names = "--on-lock-timeout",
            paramLabel = "WHAT",
            description = "What then: load (default) or fail.")
    @Nullable OnLockTimeout onTimeout;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "Application nodes, 1 to 16; 1 by default.")
    @Nullable Integer nodes;

    @Option(
            names = "--balancer",
            paramLabel = "NAME",
            description = "How a node is chosen: round-robin (default), client, key.")
    @Nullable Balancer balancer;

    @Option(
            names = "--near-cache",
            paramLabel = "N",
            description = "Entries in each node's own cache; 0 (default) is none.")
    @Nullable Integer nearCapacity;

    @Option(
            names = "--near-ttl",
            paramLabel = "TIME",
            description =
                    "How long an entry lives there at most; ttl (default) is as in the shared cache.")
    @Nullable NearTime nearTimeToLive;

    @Option(
            names = "--eviction",
            paramLabel = "NAME",
            description =
                    "Which entry leaves a full near cache or simulated cache: lru (default), linked-hash-map, fifo, clock, lfu, sieve, s3-fifo, w-tinylfu (live), sampled-lru.")
    @Nullable EvictionName evictionName;

    /** Adaptive TTLs as they are given. */
    record Steps(List<ExpiryPolicy.Step> steps) {}

    /** The TTL of near caches as it is given. */
    record NearTime(Optional<Duration> timeToLive) {}

    ExpiryPolicy expiry(ExpiryPolicy base) {
        return new ExpiryPolicy(
                or(expiryName, base.name()),
                or(jitter, base.jitter()),
                steps == null ? base.steps() : steps.steps());
    }

    InvalidationPolicy invalidation(InvalidationPolicy base) {
        return new InvalidationPolicy(or(invalidationName, base.name()), or(tags, base.tags()));
    }

    GuardPolicy guard(GuardPolicy base) {
        return new GuardPolicy(
                or(guardName, base.name()),
                or(beta, base.beta()),
                or(lockTime, base.lockTime()),
                or(lockWait, base.lockWait()),
                or(onTimeout, base.onTimeout()));
    }

    Cluster cluster(Cluster base) {
        return new Cluster(
                or(nodes, base.nodes()),
                or(balancer, base.balancer()),
                or(nearCapacity, base.nearCapacity()),
                nearTimeToLive == null ? base.nearTimeToLive() : nearTimeToLive.timeToLive());
    }

    EvictionName eviction(EvictionName base) {
        return or(evictionName, base);
    }

    private static <T> T or(@Nullable T chosen, T otherwise) {
        return chosen == null ? otherwise : chosen;
    }
}
