package cachescope.engine.sizing;

import cachescope.engine.traffic.KeySink;
import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.util.List;

/** Reads the keys of a recording once, as ids, up to a number of requests or until told to stop. */
abstract class KeyReading implements KeySink {
    private final long limit;
    private final Advance advance;
    private long requests;
    private long latest;
    private long bytes;
    private long bytesReached;
    private List<String> remarks = List.of();

    KeyReading(long limit, Advance advance) {
        this.limit = limit;
        this.advance = advance;
    }

    /** Reads all of it; blocks. */
    final void read(Traffic traffic) throws TrafficException {
        bytes = traffic.totalBytes().orElse(0);
        advance.begin(bytes);
        try (var stream = traffic.open()) {
            long before = 0;
            while (!isOver() && stream.nextKeys(this)) {
                bytesReached = stream.bytesRead();
                advance.reached(bytesReached);
                advance.addRequests(requests - before);
                before = requests;
            }
            remarks = stream.remarks();
        }
    }

    /** What follows from the next request; the size in bytes, or {@link Request#UNKNOWN_SIZE}. */
    abstract void request(long id, long size);

    @Override
    public final void key(long at, long key, long size) {
        if (requests < limit) {
            count(at);
            request(KeyIds.ofNumber(key), size);
        }
    }

    @Override
    public final void key(long at, String key, long size) {
        if (requests < limit) {
            count(at);
            request(KeyIds.ofText(key), size);
        }
    }

    private void count(long at) {
        requests++;
        latest = at;
    }

    private boolean isOver() {
        return requests >= limit || advance.isStopped();
    }

    /**
     * How many requests there will be if the rest is as the beginning is, a few too many rather
     * than too few; 0 if that cannot be told.
     */
    final long expectedRequests() {
        if (bytesReached == 0 || bytes == 0) {
            return 0;
        }
        double expected = 1.01 * requests * bytes / bytesReached;
        return Math.min(limit, (long) expected);
    }

    final long requests() {
        return requests;
    }

    final double seconds() {
        return latest / 1e9;
    }

    /** What a person should know of the recording. */
    final List<String> remarks() {
        return remarks;
    }
}
