package cachescope.engine.projection.order;

/** How a policy orders entries, as far as that shows from outside. */
public enum Ranking {
    /** A use brings to the head, and the tail leaves: what LRU does. */
    RECENCY(true, false),
    /** Uses change nothing, and the tail leaves. */
    INSERTION(false, false),
    /** CLOCK as its second chance: who was used is passed once, and begins at the head again. */
    SECOND_CHANCE(false, true),
    /** SIEVE: a hand goes from the tail to the head and passes once who was used; nobody moves. */
    HAND(false, true),
    /** The least often used leaves, the longest unused among equals. */
    FREQUENCY(true, false),
    /** Another order, of which a log does not tell: entries are listed by their last use. */
    UNKNOWN(true, false),
    /** Another order, which the cache tells. */
    TOLD(false, false);

    private final boolean usesMove;
    private final boolean marks;

    Ranking(boolean usesMove, boolean marks) {
        this.usesMove = usesMove;
        this.marks = marks;
    }

    /** That of an eviction, by its name in a strategy. */
    public static Ranking of(String eviction) {
        return switch (eviction) {
            case "lru", "linked-hash-map", "sampled-lru" -> RECENCY;
            case "fifo" -> INSERTION;
            case "clock" -> SECOND_CHANCE;
            case "sieve" -> HAND;
            case "lfu" -> FREQUENCY;
            default -> UNKNOWN;
        };
    }

    boolean usesMove() {
        return usesMove;
    }

    /** Whether entries bear a mark that a use sets. */
    public boolean marks() {
        return marks;
    }
}
