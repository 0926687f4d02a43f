package cachescope.engine.eviction;

import java.util.Arrays;

/** A number for each slot, zero at first; grows with the slots. */
final class SlotNumbers {
    private long[] numbers;

    /** With room for so many slots before it has to grow. */
    SlotNumbers(int slots) {
        numbers = new long[slots];
    }

    long get(int slot) {
        return slot < numbers.length ? numbers[slot] : 0;
    }

    void set(int slot, long number) {
        if (slot >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(slot + 1, numbers.length * 2));
        }
        numbers[slot] = number;
    }
}
