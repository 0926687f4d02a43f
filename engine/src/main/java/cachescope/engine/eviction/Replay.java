package cachescope.engine.eviction;

/**
 * Requests of numbered keys, each a look-up that puts the key in if it is not held: which of them
 * hit tells the hit ratio of a policy. Keys count from 0; the largest one sizes what is allocated.
 * For one thread at a time.
 */
public interface Replay {

    /** Asks for a key; returns whether it was held. */
    boolean hits(int key);
}
