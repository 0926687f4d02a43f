package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;
import cachescope.engine.traffic.line.Excerpt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads CloudPhysics' traces of virtual disks (Waldspurger et al., FAST 2015) as csv: {@code
 * version,time,op,size,lbn}. The time is in seconds of a clock, the operation a SCSI code in hex,
 * the size in bytes, and the key the logical block at which the access begins. Other operations
 * than reads and writes are passed over and counted.
 */
final class CloudPhysicsParser implements LineParser {
    private static final String HEADER = "version,time,op,size,lbn";
    private static final int FIELDS = 5;
    private static final Duration DISORDER = Duration.ofSeconds(60);

    private final TimeAxis axis = TimeAxis.ofClock(DISORDER);
    private final PassedOver passedOver =
            new PassedOver("SCSI commands that neither read nor write");

    static boolean recognises(String line) {
        return line.replace(" ", "").toLowerCase(Locale.ROOT).equals(HEADER);
    }

    @Override
    public void parse(String line, RequestSink requests) throws BadLine {
        if (line.isBlank() || recognises(line)) {
            return;
        }
        var fields = line.split(",", -1);
        if (fields.length != FIELDS) {
            throw new BadLine(
                    "expected "
                            + HEADER
                            + ", as in 1,5633898,2a,512,42932745, found "
                            + Excerpt.of(line));
        }
        var operation = operation(fields[2].strip());
        if (operation.isEmpty()) {
            passedOver.count("op-" + fields[2].strip());
            return;
        }
        long size = WholeNumbers.single(fields[3], "a size in whole bytes");
        long block = WholeNumbers.single(fields[4], "the number of a block as lbn");
        long time = Quantities.nanos("time", Quantities.number("time", fields[1].strip()));
        requests.accept(axis.place("time", time), operation.get(), block, size);
    }

    @Override
    public boolean isInWholeSeconds() {
        return true;
    }

    @Override
    public List<String> remarks() {
        var remarks = new ArrayList<String>();
        passedOver.remark().ifPresent(remarks::add);
        axis.remark().ifPresent(remarks::add);
        return remarks;
    }

    /** Commands of 6, 10, 12 and 16 bytes; none for another command. */
    private static Optional<Operation> operation(String code) throws BadLine {
        if (!code.matches("[0-9A-Fa-f]{1,2}")) {
            throw BadLine.field("op", "a SCSI code in hex, 28 to read or 2a to write", code);
        }
        return switch (Integer.parseInt(code, 16)) {
            case 0x08, 0x28, 0xA8, 0x88 -> Optional.of(Operation.READ);
            case 0x0A, 0x2A, 0xAA, 0x8A -> Optional.of(Operation.WRITE);
            default -> Optional.empty();
        };
    }
}
