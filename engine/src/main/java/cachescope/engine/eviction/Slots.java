package cachescope.engine.eviction;

import java.util.Arrays;

/** Gives out slot numbers, the ones that were given back first. */
final class Slots {
    private int[] free = new int[16];
    private int freeCount;
    private int used;

    int take() {
        return freeCount > 0 ? free[--freeCount] : used++;
    }

    void giveBack(int slot) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = slot;
    }

    void clear() {
        freeCount = 0;
        used = 0;
    }
}
