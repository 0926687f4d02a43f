package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import cachescope.engine.traffic.line.BadLine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;

/**
 * Reads libCacheSim's oracleGeneral traces: records of a little-endian u32 time in seconds, u64 id,
 * u32 size in bytes and i64 number of the request that asks for the same id next, -1 for none. All
 * are reads. The oracle is not listened to: whoever wants the future looks into the recording.
 */
final class OracleGeneralParser implements RecordParser {
    private static final int LENGTH = 24;
    private static final int ID = 4;
    private static final int SIZE = 12;
    private static final int NEXT = 16;
    private static final long SECOND = 1_000_000_000L;
    private static final long LATEST_REQUEST = 1L << 40;
    private static final Duration DISORDER = Duration.ofSeconds(60);

    private final TimeAxis axis = TimeAxis.ofClock(DISORDER);

    /** Times never go back, and what is asked for next comes later. */
    static boolean recognises(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int records = bytes.length / LENGTH;
        long latest = 0;
        for (int record = 0; record < records; record++) {
            int at = record * LENGTH;
            long time = Integer.toUnsignedLong(buffer.getInt(at));
            long next = buffer.getLong(at + NEXT);
            boolean later = next > record && next < LATEST_REQUEST;
            if (time < latest || !(later || next == -1 || next == Long.MAX_VALUE)) {
                return false;
            }
            latest = time;
        }
        return records > 0;
    }

    @Override
    public int length() {
        return LENGTH;
    }

    @Override
    public ByteOrder order() {
        return ByteOrder.LITTLE_ENDIAN;
    }

    @Override
    public void parse(ByteBuffer bytes, int at, RequestSink requests) throws BadLine {
        long second = Integer.toUnsignedLong(bytes.getInt(at));
        requests.accept(
                axis.place("time", second * SECOND),
                Operation.READ,
                bytes.getLong(at + ID),
                Integer.toUnsignedLong(bytes.getInt(at + SIZE)));
    }

    @Override
    public String keyText(long key) {
        return Long.toUnsignedString(key);
    }

    @Override
    public boolean isInWholeSeconds() {
        return true;
    }

    @Override
    public List<String> remarks() {
        return axis.remark().map(List::of).orElse(List.of());
    }
}
