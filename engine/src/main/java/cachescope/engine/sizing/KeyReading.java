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
    private List<String> remarks = List.of();

    KeyReading(long limit, Advance advance) {
        this.limit = limit;
        this.advance = advance;
    }

    /** Reads all of it; blocks. */
    final void read(Traffic traffic) throws TrafficException {
        advance.begin(traffic.totalBytes().orElse(0));
        try (var stream = traffic.open()) {
            long before = 0;
            while (!isOver() && stream.nextKeys(this)) {
                advance.reached(stream.bytesRead());
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
