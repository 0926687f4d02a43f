package cachescope.engine.sizing;

import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.util.Arrays;
import java.util.List;

/**
 * The keys of a recording, numbered from 0 in the order in which they first come, and where wanted
 * the size of each request. Takes 4 bytes a request, or 8 with sizes. Does not change.
 */
public final class NumberedTraffic {
    private final int[] keys;
    private final int[] sizes;
    private final Workload workload;
    private final List<String> remarks;

    private NumberedTraffic(int[] keys, int[] sizes, Workload workload, List<String> remarks) {
        this.keys = keys;
        this.sizes = sizes;
        this.workload = workload;
        this.remarks = remarks;
    }

    /**
     * Reads a recording, or as many requests of it as are asked for; fewer if it is told to stop.
     * Blocks.
     *
     * @param most how many requests can be held; a longer recording is refused
     */
    public static NumberedTraffic read(
            Traffic traffic, long limit, int most, By by, Advance advance)
            throws TrafficException, SizingException {
        var reading = new Reading(Math.min(limit, most + 1L), by, advance);
        reading.read(traffic);
        if (reading.requests() > most) {
            throw new SizingException(
                    traffic.name()
                            + " holds more than "
                            + most
                            + " requests, which is all that fits in memory: expected fewer, or a limit");
        }
        return reading.numbered();
    }

    /** How many requests there are. */
    int requests() {
        return (int) workload.requests();
    }

    /** The keys of the requests, and room behind the last one; not to change. */
    int[] keys() {
        return keys;
    }

    /** The sizes of the requests; empty where they were not looked at. Not to change. */
    int[] sizes() {
        return sizes;
    }

    public Workload workload() {
        return workload;
    }

    /** What a person should know of the recording, in sentences. */
    public List<String> remarks() {
        return remarks;
    }

    private static final class Reading extends KeyReading {
        private static final int FIRST_LENGTH = 1 << 14;

        /** A length that is guessed is at most so many times the one before, as guesses err. */
        private static final int STEEPEST = 16;

        /** How many ids are numbered at once. */
        private static final int AT_ONCE = 1 << 10;

        private final KeyTable table = new KeyTable();
        private final KeySizes keySizes = new KeySizes();
        private final boolean sized;
        private final long[] ids = new long[AT_ONCE];
        private final long[] told = new long[AT_ONCE];
        private final int[] numbers = new int[AT_ONCE];
        private int waiting;
        private int[] keys = new int[FIRST_LENGTH];
        private int[] sizes = new int[0];
        private int count;

        Reading(long limit, By by, Advance advance) {
            super(limit, advance);
            sized = by == By.BYTES;
        }

        @Override
        void request(long id, long size) {
            ids[waiting] = id;
            told[waiting] = size;
            waiting++;
            if (waiting == AT_ONCE) {
                number();
            }
        }

        private void number() {
            table.numbersOf(ids, waiting, numbers);
            if (count > keys.length - waiting) {
                keys = Arrays.copyOf(keys, longer());
            }
            System.arraycopy(numbers, 0, keys, count, waiting);
            if (sized) {
                sizes = sizes.length < keys.length ? Arrays.copyOf(sizes, keys.length) : sizes;
                for (int index = 0; index < waiting; index++) {
                    sizes[count + index] = keySizes.of(numbers[index], told[index]);
                }
            }
            count += waiting;
            waiting = 0;
        }

        /**
         * Room for all that is expected, so that nothing is copied often and little stays unused.
         */
        private int longer() {
            long least = count + Math.max(AT_ONCE, count / 4L);
            long expected = expectedRequests() == 0 ? count * 2L : expectedRequests() + AT_ONCE;
            return (int)
                    Math.min(
                            Integer.MAX_VALUE - 8L,
                            Math.clamp(expected, least, Math.max(least, (long) count * STEEPEST)));
        }

        NumberedTraffic numbered() throws SizingException {
            number();
            if (sized) {
                keySizes.check(count);
            }
            return new NumberedTraffic(
                    keys,
                    sizes,
                    new Workload(count, table.size(), bytes(), oneHitWonders(), seconds()),
                    remarks());
        }

        private long bytes() {
            long bytes = 0;
            for (int key = 0; sized && key < table.size(); key++) {
                bytes += keySizes.last(key);
            }
            return bytes;
        }

        private double oneHitWonders() {
            var asked = new byte[table.size()];
            int once = 0;
            for (int request = 0; request < count; request++) {
                int key = keys[request];
                once += asked[key] == 0 ? 1 : asked[key] == 1 ? -1 : 0;
                asked[key] = (byte) Math.min(2, asked[key] + 1);
            }
            return asked.length == 0 ? 0 : (double) once / asked.length;
        }
    }
}
