package cachescope.app.lru;

import cachescope.app.words.Counts;
import cachescope.app.words.NodeWords;
import cachescope.engine.projection.order.CachePlace;
import cachescope.engine.projection.order.Move;
import cachescope.engine.projection.order.Ranking;
import java.util.stream.Collectors;

/** The words of the list. */
final class LruWords {
    /** That the log is still read on to the playhead, and what is shown is of another time. */
    static final String LATE = "reading …";

    private LruWords() {}

    static String place(CachePlace place) {
        return place.isShared() ? "Redis" : NodeWords.title(place.node()) + " near cache";
    }

    /** The name of an eviction as it is read: {@code LRU} for {@code lru}. */
    static String eviction(String name) {
        return switch (name) {
            case "lru" -> "LRU";
            case "linked-hash-map" -> "LinkedHashMap";
            case "fifo" -> "FIFO";
            case "clock" -> "CLOCK";
            case "lfu" -> "LFU";
            case "sieve" -> "SIEVE";
            case "s3-fifo" -> "S3-FIFO";
            case "w-tinylfu" -> "W-TinyLFU";
            case "sampled-lru" -> "sampled LRU";
            default -> name;
        };
    }

    /** {@code 256 / 256 entries}. */
    static String counts(Reading reading) {
        long capacity = reading.limits().capacity();
        return capacity == 0
                ? Counts.of(reading.size(), "entry", "entries")
                : Counts.whole(reading.size()) + " / " + Counts.whole(capacity) + " entries";
    }

    static String hits(Reading reading) {
        long all = reading.hits() + reading.misses();
        return all == 0 ? "" : Counts.share((double) reading.hits() / all) + " hits";
    }

    /** What was asked of the cache: {@code get user:7}. */
    static String operation(Move move) {
        return switch (move.kind()) {
            case FOUND -> "get " + move.key();
            case ABSENT -> "get " + move.key() + ": miss";
            case ADDED, REPLACED, REFUSED -> "put " + move.key();
            case REMOVED -> "remove " + move.key();
            case EMPTIED -> "clear";
        };
    }

    /** What its order means, and how many had to leave. */
    static String order(Reading reading) {
        return ranking(reading.ranking(), reading.limits().eviction())
                + "\n"
                + Counts.of(reading.evictions(), "eviction", "evictions")
                + " so far.";
    }

    /** What the order of an eviction means. */
    static String ranking(Ranking ranking, String eviction) {
        return switch (ranking) {
            case RECENCY -> "A use brings to HEAD, the tail leaves.";
            case INSERTION -> "Oldest first out: uses move nothing.";
            case SECOND_CHANCE ->
                    "A use sets the bit (dot); who has one is passed once, and goes to HEAD.";
            case HAND -> "A use sets the bit (dot); the hand (triangle) passes once who has one.";
            case FREQUENCY -> "Ordered by uses (number); the least used leaves.";
            case UNKNOWN -> "Ordered by last use, which is not the order in which entries leave.";
            case TOLD ->
                    eviction.equals("s3-fifo")
                            ? "The main queue, then the small one, where a new entry begins."
                            : "As the policy tells it, from its hottest entry to its coldest.";
        };
    }

    static String noNearCache() {
        return "No node has a near cache here, so there is no list to watch: give the nodes one, or choose Redis to see its keys by last use.";
    }

    static String nothingYet(CachePlace place) {
        return place(place) + " was not called yet: play traffic, and its entries line up here.";
    }

    static String aloud(Reading reading) {
        var keys = reading.order().head().stream().limit(8).collect(Collectors.joining(", "));
        return "%s, %s, %s. From the head: %s. Last call: %s."
                .formatted(
                        place(reading.wish().place()),
                        eviction(reading.limits().eviction()),
                        counts(reading),
                        keys.isEmpty() ? "nothing" : keys,
                        reading.move().map(LruWords::operation).orElse("none"));
    }
}
