package cachescope.engine.strategy;

import java.util.Arrays;

/** The ways in which a full cache chooses the entry that leaves. */
public enum EvictionName {
    /** The least recently used, by a linked list with a hash map written out by hand. */
    LRU("lru"),
    /** The same by the JDK's own. */
    LINKED_HASH_MAP("linked-hash-map"),
    /** The one that came first. */
    FIFO("fifo"),
    /** The first that was not used since a hand came by last. */
    CLOCK("clock"),
    /** The least often used. */
    LFU("lfu"),
    /** A hand that goes through a queue in which nothing moves. */
    SIEVE("sieve"),
    /** Three queues: new ones, proven ones, and ghosts of what has left. */
    S3_FIFO("s3-fifo"),
    /** What is estimated to be used least often, by the Caffeine library. */
    W_TINY_LFU("w-tinylfu"),
    /** The least recently used of a few drawn by chance, as Redis does. */
    SAMPLED_LRU("sampled-lru"),
    /** The one that is asked for last again: the bound for all others, with the future known. */
    OPT("opt");

    private final String label;

    EvictionName(String label) {
        this.label = label;
    }

    /** The name in the command line and in JSON. */
    public String label() {
        return label;
    }

    /** The eviction of a name; throws if there is none. */
    public static EvictionName of(String label) throws StrategyException {
        for (var name : values()) {
            if (name.label.equals(label)) {
                return name;
            }
        }
        throw Labels.unknown(label, Arrays.stream(values()).map(EvictionName::label).toList());
    }
}
