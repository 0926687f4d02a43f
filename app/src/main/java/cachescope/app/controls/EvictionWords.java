package cachescope.app.controls;

import cachescope.engine.strategy.EvictionName;

/** The names and sentences by which eviction is offered. */
final class EvictionWords {
    /** What a run can evict by: all but the optimum, which must know the future. */
    static final EvictionName[] OFFERED = {
        EvictionName.LRU,
        EvictionName.LINKED_HASH_MAP,
        EvictionName.FIFO,
        EvictionName.CLOCK,
        EvictionName.LFU,
        EvictionName.SIEVE,
        EvictionName.S3_FIFO,
        EvictionName.W_TINY_LFU,
        EvictionName.SAMPLED_LRU
    };

    private EvictionWords() {}

    static String title(EvictionName eviction) {
        return switch (eviction) {
            case LRU -> "LRU";
            case LINKED_HASH_MAP -> "LinkedHashMap";
            case FIFO -> "FIFO";
            case CLOCK -> "CLOCK";
            case LFU -> "LFU";
            case SIEVE -> "SIEVE";
            case S3_FIFO -> "S3-FIFO";
            case W_TINY_LFU -> "W-TinyLFU";
            case SAMPLED_LRU -> "Sampled LRU";
            case OPT -> "Optimum";
        };
    }

    static String sentence(EvictionName eviction) {
        return switch (eviction) {
            case LRU -> "The least recently used leaves: a linked list with a hash map.";
            case LINKED_HASH_MAP -> "The same, by the JDK's own map in access order.";
            case FIFO -> "The one that came first leaves, however much it is used.";
            case CLOCK -> "A hand goes round and takes the first that was not used since.";
            case LFU -> "The least often used leaves; of those, the one used longest ago.";
            case SIEVE -> "A hand goes through a queue in which nothing moves.";
            case S3_FIFO -> "New entries must prove themselves in a small queue first.";
            case W_TINY_LFU -> "Who is asked for less often leaves, as Caffeine estimates it.";
            case SAMPLED_LRU -> "The least recently used of a few drawn by chance, as in Redis.";
            case OPT -> "The one that is asked for last again leaves: nothing hits more often.";
        };
    }
}
