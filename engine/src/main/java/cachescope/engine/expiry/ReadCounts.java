package cachescope.engine.expiry;

import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each key was read lately: in a window that slides in {@link #SLICES} steps, so a read
 * counts for the window's length, or up to a step less. Bounded: the key that was read longest ago
 * is forgotten first. Safe for use by many tasks at once; never blocks.
 */
public final class ReadCounts {
    /** How many keys are remembered. */
    static final int KEYS_MAX = 20_000;

    /** The most characters of all remembered keys together. */
    static final long CHARACTERS_MAX = 16L << 20;

    static final int SLICES = 10;

    private final Tasks tasks;
    private final Monitor monitor;
    private final Duration window;
    private final long sliceNanos;
    private final Map<String, Counts> keys = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    /** {@code window} is how far back reads count. */
    public ReadCounts(Tasks tasks, Duration window) {
        this.tasks = tasks;
        this.monitor = tasks.monitor();
        this.window = window;
        this.sliceNanos = Math.max(1, window.toNanos() / SLICES);
    }

    /** How far back reads count. */
    public Duration window() {
        return window;
    }

    /** The reads of one key in the slices up to the last one. */
    private static final class Counts {
        private final long[] slices = new long[SLICES];
        private long last;

        void slideTo(long slice) {
            for (long next = Math.max(last + 1, slice - SLICES + 1); next <= slice; next++) {
                slices[place(next)] = 0;
            }
            last = slice;
        }

        void add() {
            slices[place(last)]++;
        }

        long sum() {
            return Arrays.stream(slices).sum();
        }

        private static int place(long slice) {
            return (int) Math.floorMod(slice, (long) SLICES);
        }
    }

    /** Counts a read of a key. */
    public void read(String key) {
        monitor.inside(() -> {
            var counts = keys.get(key);
            if (counts == null) {
                counts = new Counts();
                keys.put(key, counts);
                characters += key.length();
            }
            counts.slideTo(slice());
            counts.add();
            forgetTheEldest();
            return counts;
        });
    }

    /** How often a key was read in the window, as far as it is remembered. */
    public long of(String key) {
        return monitor.inside(() -> {
            var counts = keys.get(key);
            if (counts == null) {
                return 0L;
            }
            counts.slideTo(slice());
            return counts.sum();
        });
    }

    private long slice() {
        return Math.floorDiv(tasks.now(), sliceNanos);
    }

    private void forgetTheEldest() {
        while (keys.size() > KEYS_MAX || (characters > CHARACTERS_MAX && keys.size() > 1)) {
            var eldest = keys.keySet().iterator();
            characters -= eldest.next().length();
            eldest.remove();
        }
    }
}
