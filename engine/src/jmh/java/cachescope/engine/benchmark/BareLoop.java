package cachescope.engine.benchmark;

import cachescope.engine.live.redis.RedisAddress;
import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Cache-aside as one would write it where nobody watches: so many virtual threads, each of which
 * takes the next request and makes its calls.
 */
final class BareLoop {
    private final BareCache cache;
    private final BareRecords records;
    private final RequestStream requests;
    private final String value;
    private final ReentrantLock reading = new ReentrantLock();

    private BareLoop(BareCache cache, BareRecords records, RequestStream requests, String value) {
        this.cache = cache;
        this.records = records;
        this.requests = requests;
        this.value = value;
    }

    /** Serves traffic on a new database and an empty Redis. */
    static Work serve(Traffic traffic, RedisAddress redis, int inFlight, String value)
            throws Exception {
        try (var stream = traffic.open();
                var cache = new BareCache(redis);
                var records = new BareRecords(value);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            cache.clear();
            var loop = new BareLoop(cache, records, stream, value);
            return Work.measure(() -> loop.serveAll(threads, inFlight));
        }
    }

    private long serveAll(ExecutorService threads, int inFlight) throws Exception {
        long served = 0;
        Callable<Long> worker = this::serveInTurn;
        for (var done : threads.invokeAll(Collections.nCopies(inFlight, worker))) {
            served += done.get();
        }
        return served;
    }

    private long serveInTurn() throws TrafficException, SQLException, InterruptedException {
        long served = 0;
        for (var next = next(); next.isPresent(); next = next()) {
            serve(next.get());
            served++;
        }
        return served;
    }

    private Optional<Request> next() throws TrafficException {
        reading.lock();
        try {
            return requests.next();
        } finally {
            reading.unlock();
        }
    }

    private void serve(Request request) throws SQLException, InterruptedException {
        var key = "cachescope:bareloop:" + request.key();
        switch (request.operation()) {
            case READ -> read(request.key(), key);
            case WRITE -> cache.invalidate(key, records.write(request.key(), value));
            case DELETE -> cache.invalidate(key, records.write(request.key(), null));
        }
    }

    private void read(String key, String name) throws SQLException, InterruptedException {
        var found = cache.get(name);
        if (found != null && !BareCache.isTombstone(found)) {
            return;
        }
        var row = records.read(key);
        if (row.value() != null) {
            cache.fill(name, row.version(), row.value());
        }
    }
}
