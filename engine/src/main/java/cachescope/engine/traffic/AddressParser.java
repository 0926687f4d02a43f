package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;

/**
 * Reads the memory accesses of a program: {@code l} (load, a READ) or {@code s} (store, a WRITE),
 * an address in hex, and how many instructions came in between, which is not looked at. The key is
 * the address; the requests are evenly spaced in time.
 */
final class AddressParser implements LineParser {
    private static final String SHAPE =
            "l or s, an address of at most 64 bits in hex and a number, as in l 0x1fff50 1";
    private static final String PREFIX = "0x";
    private static final int ADDRESS = 2;

    private final EvenTimes times;

    AddressParser(ReadingOptions options) {
        times = new EvenTimes(options.rate());
    }

    static boolean recognises(String line) {
        try {
            Access.parse(line);
            return true;
        } catch (BadLine _) {
            return false;
        }
    }

    @Override
    public void parse(String line, RequestSink requests) throws BadLine {
        if (!line.isBlank()) {
            var access = Access.parse(line);
            requests.accept(times.next(), access.operation, access.address, Request.UNKNOWN_SIZE);
        }
    }

    @Override
    public String keyText(long key) {
        return PREFIX + Long.toHexString(key);
    }

    private record Access(Operation operation, long address) {
        static Access parse(String line) throws BadLine {
            int end = line.indexOf(' ', ADDRESS);
            var numbers = new WholeNumbers(end < 0 ? "" : line.substring(end), SHAPE);
            boolean load = line.startsWith("l ");
            if (end < 0 || !(load || line.startsWith("s ")) || !line.startsWith(PREFIX, ADDRESS)) {
                throw wrong(line);
            }
            try {
                long address = Long.parseUnsignedLong(line, ADDRESS + PREFIX.length(), end, 16);
                numbers.next();
                numbers.end();
                return new Access(load ? Operation.READ : Operation.WRITE, address);
            } catch (NumberFormatException | BadLine _) {
                throw wrong(line);
            }
        }

        private static BadLine wrong(String line) {
            return new WholeNumbers(line, SHAPE).wrong();
        }
    }
}
