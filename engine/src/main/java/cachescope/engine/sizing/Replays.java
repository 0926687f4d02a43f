package cachescope.engine.sizing;

import cachescope.engine.eviction.Evictions;
import cachescope.engine.eviction.Opt;
import cachescope.engine.eviction.Replay;
import cachescope.engine.port.RandomStream;
import cachescope.engine.strategy.EvictionName;
import java.util.ArrayList;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Asks caches of a recording's keys, one policy and capacity at a time. The same recording, policy
 * and capacity give the same hits each time, but for W-TinyLFU, whose library draws at random. For
 * one thread at a time.
 */
public final class Replays {
    private static final long SEED = 1;

    private final NumberedTraffic traffic;
    private final By by;
    private final Advance advance;
    private @Nullable Opt opt;

    public Replays(NumberedTraffic traffic, By by, Advance advance) {
        this.traffic = traffic;
        this.by = by;
        this.advance = advance;
    }

    /** So many replays are to come; progress counts them together. */
    public void willBe(int replays) {
        advance.begin(replays * traffic.workload().requests());
    }

    /**
     * What hits. Blocks; where it is told to stop, what was asked for until then, but for the
     * optimum, which goes on to its end.
     *
     * @param capacity entries or bytes, 1 or more
     */
    public Hits hits(EvictionName policy, long capacity) throws SizingException {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity is " + capacity + ", expected 1 or more");
        }
        if (policy == EvictionName.OPT) {
            return optimum(capacity);
        }
        return by == By.OBJECTS ? byObjects(policy, capacity) : byBytes(policy, capacity);
    }

    /** The curve of a policy, at capacities evenly spaced on a logarithmic scale. Blocks. */
    public Curve curve(EvictionName policy) throws SizingException {
        var workload = traffic.workload();
        long smallest =
                by == By.OBJECTS
                        ? 1
                        : traffic.blocks().stream()
                                .mapToInt(NumberedBlock::largestSize)
                                .max()
                                .orElse(1);
        long largest = by == By.OBJECTS ? workload.uniqueKeys() : workload.uniqueBytes();
        var capacities =
                Capacities.between(smallest, Math.max(smallest, largest), Capacities.OF_REPLAYS);
        willBe(capacities.length);
        var points = new ArrayList<CurvePoint>();
        for (long capacity : capacities) {
            var hits = hits(policy, capacity);
            if (advance.isStopped()) {
                break;
            }
            points.add(new CurvePoint(capacity, 1 - hits.hitRatio(), 1 - hits.byteHitRatio(), 0));
        }
        return new Curve(policy, by, points, workload, 1, 0, null, traffic.remarks());
    }

    private Hits optimum(long capacity) throws SizingException {
        if (by == By.BYTES) {
            throw new SizingException(
                    "opt: expected capacities in objects, as Belady's rule is the optimum only where all are of one"
                            + " size");
        }
        if (opt == null) {
            opt = new Opt(traffic.keys());
        }
        int requests = traffic.requests();
        long hits = opt.hits(entries(capacity));
        advanced(requests);
        return new Hits(EvictionName.OPT, capacity, by, requests, hits, 0, 0);
    }

    private Hits byObjects(EvictionName policy, long capacity) {
        var replay = Evictions.replay(policy, entries(capacity), uniqueKeys(), random(policy));
        long asked = 0;
        long hits = 0;
        for (var block : traffic.blocks()) {
            if (advance.isStopped()) {
                break;
            }
            hits += hits(replay, block.keys());
            asked += block.requests();
            advanced(block.requests());
        }
        return new Hits(policy, capacity, by, asked, hits, 0, 0);
    }

    private static int hits(Replay replay, int[] keys) {
        int hits = 0;
        for (int key : keys) {
            if (replay.hits(key)) {
                hits++;
            }
        }
        return hits;
    }

    private Hits byBytes(EvictionName policy, long capacity) {
        var replay = Evictions.weightedReplay(policy, capacity, random(policy));
        long asked = 0;
        long hits = 0;
        long bytes = 0;
        long hitBytes = 0;
        for (var block : traffic.blocks()) {
            if (advance.isStopped()) {
                break;
            }
            for (int request = 0; request < block.requests(); request++) {
                int size = block.sizes()[request];
                bytes += size;
                if (replay.hits(block.keys()[request], size)) {
                    hits++;
                    hitBytes += size;
                }
            }
            asked += block.requests();
            advanced(block.requests());
        }
        return new Hits(policy, capacity, by, asked, hits, bytes, hitBytes);
    }

    private void advanced(int requests) {
        advance.addRequests(requests);
        advance.addSteps(requests);
    }

    /** A cache that holds every key is as large as any larger one. */
    private int entries(long capacity) {
        return Math.clamp(capacity, 1, Math.max(1, uniqueKeys()));
    }

    private int uniqueKeys() {
        return (int) traffic.workload().uniqueKeys();
    }

    private static RandomGenerator random(EvictionName policy) {
        return RandomStream.of(SEED, policy.label());
    }
}
