package cachescope.engine.sizing;

import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The keys of a recording, numbered from 0 in the order in which they first come, and where wanted
 * the size of each request. Takes 4 bytes a request, or 8 with sizes. Does not change.
 */
public final class NumberedTraffic {
    private final List<NumberedBlock> blocks;
    private final Workload workload;
    private final List<String> remarks;

    private NumberedTraffic(List<NumberedBlock> blocks, Workload workload, List<String> remarks) {
        this.blocks = blocks;
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

    /** The requests in their order. */
    List<NumberedBlock> blocks() {
        return blocks;
    }

    /** The keys of all requests, newly made. */
    int[] keys() {
        return blocks.stream().flatMapToInt(block -> Arrays.stream(block.keys())).toArray();
    }

    public Workload workload() {
        return workload;
    }

    /** What a person should know of the recording, in sentences. */
    public List<String> remarks() {
        return remarks;
    }

    private static final class Reading extends KeyReading {
        private final KeyTable table = new KeyTable();
        private final KeySizes keySizes = new KeySizes();
        private final boolean sized;
        private final long[] ids = new long[NumberedBlock.LENGTH];
        private final long[] told = new long[NumberedBlock.LENGTH];
        private final List<NumberedBlock> blocks = new ArrayList<>();
        private int waiting;

        Reading(long limit, By by, Advance advance) {
            super(limit, advance);
            sized = by == By.BYTES;
        }

        @Override
        void request(long id, long size) {
            ids[waiting] = id;
            told[waiting] = size;
            waiting++;
            if (waiting == ids.length) {
                number();
            }
        }

        private void number() {
            if (waiting == 0) {
                return;
            }
            var keys = new int[waiting];
            table.numbersOf(ids, keys);
            var sizes = new int[sized ? waiting : 0];
            for (int index = 0; index < sizes.length; index++) {
                sizes[index] = keySizes.of(keys[index], told[index]);
            }
            blocks.add(new NumberedBlock(keys, sizes));
            waiting = 0;
        }

        NumberedTraffic numbered() throws SizingException {
            number();
            if (sized) {
                keySizes.check(requests());
            }
            return new NumberedTraffic(
                    List.copyOf(blocks),
                    new Workload(requests(), table.size(), bytes(), oneHitWonders(), seconds()),
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
            for (var block : blocks) {
                for (int key : block.keys()) {
                    once += asked[key] == 0 ? 1 : asked[key] == 1 ? -1 : 0;
                    asked[key] = (byte) Math.min(2, asked[key] + 1);
                }
            }
            return asked.length == 0 ? 0 : (double) once / asked.length;
        }
    }
}
