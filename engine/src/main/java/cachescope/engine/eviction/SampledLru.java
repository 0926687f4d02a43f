package cachescope.engine.eviction;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * What Redis does in place of an exact LRU: to make room it looks at a few entries by chance, adds
 * those to a small pool that have not been used for longest, and takes the eldest of the pool. The
 * pool lives on from one time to the next, so a few samples come close to the exact order.
 *
 * <p>As in Redis, an entry stays in the pool with the idle time that it had when it was drawn, even
 * if it was used since. Unlike there, idle times are exact and count uses, where Redis' clock
 * counts seconds; each sample is drawn from all entries, where Redis draws neighbours in its hash
 * table; and an entry that has left and come back is another one.
 */
public final class SampledLru implements Eviction {
    /** How many entries Redis looks at unless its configuration says otherwise. */
    public static final int SAMPLES = 5;

    private final int samples;
    private final RandomGenerator random;
    private final EvictionPool pool = new EvictionPool();
    private final SlotNumbers usedAt;
    private final SlotNumbers cameAt;

    /** The slots held without a gap, so that one can be drawn, and where each is among them. */
    private int[] held;

    private final SlotNumbers placeOf;
    private int size;
    private long now;
    private int nextLookedAt;

    /** Looks at so many each time, with room for so many slots before it has to grow. */
    public SampledLru(int samples, RandomGenerator random, int slots) {
        this.samples = samples;
        this.random = random;
        usedAt = new SlotNumbers(slots);
        cameAt = new SlotNumbers(slots);
        held = new int[slots];
        placeOf = new SlotNumbers(slots);
    }

    @Override
    public void inserted(int slot, int key, int weight) {
        if (size == held.length) {
            held = Arrays.copyOf(held, size * 2 + 1);
        }
        placeOf.set(slot, size);
        held[size++] = slot;
        used(slot);
        cameAt.set(slot, now);
    }

    @Override
    public void used(int slot) {
        usedAt.set(slot, ++now);
    }

    @Override
    public void removed(int slot) {
        int place = (int) placeOf.get(slot);
        int moved = held[--size];
        held[place] = moved;
        placeOf.set(moved, place);
        cameAt.set(slot, 0);
    }

    @Override
    public int evict() {
        int victim = SlotList.NONE;
        while (victim == SlotList.NONE) {
            sample();
            victim = takeFromPool();
        }
        removed(victim);
        return victim;
    }

    private void sample() {
        for (int i = 0; i < Math.min(samples, size); i++) {
            int slot = held[random.nextInt(size)];
            pool.offer(slot, cameAt.get(slot), now - usedAt.get(slot));
        }
    }

    /** The eldest of the pool that is still held. */
    private int takeFromPool() {
        while (!pool.isEmpty()) {
            int slot = pool.eldest();
            boolean isHeld = cameAt.get(slot) == pool.cameAtOfEldest();
            pool.removeEldest();
            if (isHeld) {
                return slot;
            }
        }
        return SlotList.NONE;
    }

    @Override
    public void clear() {
        while (size > 0) {
            removed(held[size - 1]);
        }
        pool.clear();
    }

    /** One after the other, as chance alone says which leaves. */
    @Override
    public int eldest() {
        return held[Math.floorMod(nextLookedAt++, size)];
    }

    /** In no order. */
    @Override
    public int[] slots() {
        return Arrays.copyOf(held, size);
    }
}
