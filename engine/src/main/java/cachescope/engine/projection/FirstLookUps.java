package cachescope.engine.projection;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Removal;
import cachescope.engine.event.Tier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * How look-ups in the cache tiers went: of each read the first one at each tier that was answered.
 * What writes and work in the background look up counts nowhere, nor do later polls of the same
 * read.
 */
final class FirstLookUps {
    private static final List<Tier> CACHES = List.of(Tier.NEAR_CACHE, Tier.REDIS, Tier.EDGE);

    private final Map<Long, Integer> tiersSeen = new HashMap<>();
    private final long[] hits = new long[Tier.values().length];
    private final long[] misses = new long[Tier.values().length];
    private final long[] evictions = new long[Tier.values().length];
    private final long[] expirations = new long[Tier.values().length];

    void started(Event.RequestStarted request) {
        if (request.operation() == Operation.READ) {
            tiersSeen.put(request.request(), 0);
        }
    }

    void ended(Event.RequestEnded request) {
        if (request.operation() == Operation.READ) {
            tiersSeen.remove(request.request());
        }
    }

    void lookedUp(Event.CacheRead read) {
        if (!(read.cause() instanceof Cause.Request(long request))) {
            return;
        }
        int tier = read.tier().ordinal();
        var seen = tiersSeen.get(request);
        if (seen == null || (seen & (1 << tier)) != 0) {
            return;
        }
        tiersSeen.put(request, seen | (1 << tier));
        if (read.outcome() == Outcome.HIT) {
            hits[tier]++;
        } else {
            misses[tier]++;
        }
        if (read.outcome() == Outcome.EXPIRED) {
            expirations[tier]++;
        }
    }

    void removed(Event.CacheRemoved entry) {
        if (entry.removal() == Removal.EVICTED) {
            evictions[entry.tier().ordinal()]++;
        }
    }

    SequencedMap<Tier, Report.LookUps> byTier() {
        var tiers = new LinkedHashMap<Tier, Report.LookUps>();
        for (var tier : CACHES) {
            int i = tier.ordinal();
            tiers.put(
                    tier,
                    new Report.LookUps(
                            hits[i],
                            misses[i],
                            Report.ratio(hits[i], misses[i]),
                            evictions[i],
                            expirations[i]));
        }
        return tiers;
    }
}
