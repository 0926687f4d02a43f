package cachescope.engine.eviction;

/**
 * Requests of numbered keys of different sizes, with a capacity in the same unit. A key counts with
 * the size that it came in with, and one larger than the whole capacity never comes in. For one
 * thread at a time.
 */
public interface WeightedReplay {

    /** Asks for a key of a size of at least 1; returns whether it was held. */
    boolean hits(int key, int size);
}
