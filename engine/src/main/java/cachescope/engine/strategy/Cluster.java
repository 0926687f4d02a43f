package cachescope.engine.strategy;

import java.time.Duration;
import java.util.Optional;

/**
 * The application nodes and the cache in each.
 *
 * @param nodes how many there are
 * @param balancer how one is chosen for a request
 * @param nearCapacity the most entries in each node's own cache; 0 for no such cache
 * @param nearTimeToLive how long an entry lives there at most; empty for as long as in the shared
 *     cache, zero for ever
 */
public record Cluster(
        int nodes, Balancer balancer, int nearCapacity, Optional<Duration> nearTimeToLive) {
    public static final Cluster DEFAULT = new Cluster(1, Balancer.ROUND_ROBIN, 0, Optional.empty());

    public static final int NODES_MAX = 16;

    /** Whether the nodes have caches of their own. */
    public boolean hasNearCaches() {
        return nearCapacity > 0;
    }

    public Cluster withNodes(int newNodes) {
        return new Cluster(newNodes, balancer, nearCapacity, nearTimeToLive);
    }

    public Cluster withBalancer(Balancer newBalancer) {
        return new Cluster(nodes, newBalancer, nearCapacity, nearTimeToLive);
    }

    public Cluster withNearCapacity(int newNearCapacity) {
        return new Cluster(nodes, balancer, newNearCapacity, nearTimeToLive);
    }

    public Cluster withNearTimeToLive(Optional<Duration> newNearTimeToLive) {
        return new Cluster(nodes, balancer, nearCapacity, newNearTimeToLive);
    }
}
