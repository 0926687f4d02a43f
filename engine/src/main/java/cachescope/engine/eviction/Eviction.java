package cachescope.engine.eviction;

/**
 * An eviction policy over the numbered places (slots) of a cache, which knows neither its keys nor
 * its values: a cache of objects and a replay over numbered keys both stand on it. Slots count from
 * 0 without a gap, and one that was given up is given out again. For one thread at a time.
 */
public interface Eviction {

    /**
     * An entry was put into a free slot; {@code key} is a number that tells it from others, by
     * which a policy may remember it when it has left.
     */
    void inserted(int slot, int key, int weight);

    /** The entry of a slot was used. */
    void used(int slot);

    /** The entry of a slot was removed, and not to make room. */
    void removed(int slot);

    /**
     * Chooses the slot whose entry leaves, and forgets it; called only while an entry is held, and
     * before the one that needs the room is inserted.
     */
    int evict();

    /**
     * Whether another one leaves although there is room, as part of the eviction before; it is
     * asked until it says no.
     */
    default boolean evictsMore() {
        return false;
    }

    /** Everything was removed, and what is remembered of entries that have left goes too. */
    void clear();

    /** The cache has another capacity from now on. */
    default void resized(long capacity) {}

    /**
     * The slot that is looked at first when one must be chosen; called only while an entry is held.
     */
    int eldest();

    /** The slots held, the one that would leave last first, as far as the policy has an order. */
    int[] slots();
}
