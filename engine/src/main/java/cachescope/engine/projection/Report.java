package cachescope.engine.projection;

import cachescope.engine.event.Tier;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run came to. The components stand in the order in which they are printed; a ratio of
 * nothing is null. Counts are of requests that ended, calls that came back and writes that were
 * settled.
 *
 * <ul>
 *   <li>{@code tiers}: look-ups that reads made, the first of each request at each tier.
 *   <li>{@code recordReads}: rows looked up, found or not; {@code recordWrites}: rows written,
 *       tombstones included; {@code recordBatches}: the transactions that wrote them.
 *   <li>{@code stampedes}: stretches of time in which loads of one key overlapped; {@code
 *       duplicateLoads}: loads begun while another load of the key was in flight.
 *   <li>{@code earlyRefreshes}: loads of entries that had not expired yet; {@code lockWaits}:
 *       readers who waited for another's load under a lock or a lease; {@code lockTimeouts}: those
 *       who gave up waiting.
 *   <li>{@code messagesDelivered} and {@code messagesLost}: once for each receiver of a message.
 *   <li>{@code entriesOrphaned}: copies that can't be reached any more, as their keys bear an older
 *       version; {@code orphanedBytesMax}: the most bytes of values that they took up at once.
 *   <li>{@code writesFlushed}: acknowledged writes whose batch was committed; {@code writesLost}:
 *       those that were given up or were pending when their worker was killed.
 *   <li>{@code failures}: see {@link FailureCounts}.
 *   <li>{@code speed}: recorded seconds in one second, or {@code max}.
 * </ul>
 */
public record Report(
        long requests,
        long reads,
        long writes,
        long deletes,
        long hits,
        long misses,
        long unanswered,
        @Nullable Double hitRatio,
        SequencedMap<Tier, LookUps> tiers,
        long recordReads,
        long recordWrites,
        long recordBatches,
        long staleReads,
        double maxStalenessMillis,
        double meanStalenessMillis,
        long unflushedReads,
        long stampedes,
        long maxConcurrentLoads,
        long duplicateLoads,
        long earlyRefreshes,
        long lockWaits,
        long lockTimeouts,
        long messagesPublished,
        long messagesDelivered,
        long messagesLost,
        long entriesOrphaned,
        long orphanedBytesMax,
        long writesAcknowledged,
        long writesFlushed,
        long writesCoalesced,
        long writesPending,
        long writesLost,
        SequencedMap<String, Long> failures,
        List<String> warnings,
        LatencyMicros latencyMicros,
        double elapsedSeconds,
        double requestsPerSecond,
        String world,
        long seed,
        String speed,
        JsonNode strategy,
        @Nullable String redisVersion,
        @Nullable String sqliteVersion,
        Traffic traffic) {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY).build();

    /** How the look-ups in one cache tier went. */
    public record LookUps(
            long hits, long misses, @Nullable Double hitRatio, long evictions, long expirations) {}

    /** Latencies of requests in microseconds of the world's own time; writes include deletes. */
    public record LatencyMicros(Percentiles read, Percentiles write) {}

    /** Latencies that the given shares of all did not exceed; zeros where there were none. */
    public record Percentiles(double p50, double p90, double p99, double p999, double max) {}

    /** What was run. {@code seconds} is how long the recording lasts. */
    public record Traffic(
            String file,
            String format,
            long requests,
            long uniqueKeys,
            boolean uniqueKeysEstimated,
            double seconds) {}

    /** The report as one JSON object. */
    public JsonNode json() {
        return JSON.valueToTree(this);
    }

    /** The share of hits; absent where there was nothing to hit. */
    static @Nullable Double ratio(long hits, long misses) {
        return hits + misses == 0 ? null : (Double) ((double) hits / (hits + misses));
    }
}
