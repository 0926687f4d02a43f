package cachescope.engine.benchmark;

import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Traffic that is in memory, so that neither rival waits for it. */
record MemoryTraffic(String name, String format, List<Request> requests) implements Traffic {

    /** The same requests, all with values of one size in bytes. */
    static MemoryTraffic of(Traffic traffic, long size) throws TrafficException {
        var requests = new ArrayList<Request>();
        try (var stream = traffic.open()) {
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                requests.add(sized(next.get(), size));
            }
        }
        return new MemoryTraffic(traffic.name(), traffic.format(), List.copyOf(requests));
    }

    private static Request sized(Request request, long size) {
        return new Request(
                request.at(),
                request.operation(),
                request.key(),
                size,
                request.client(),
                request.timeToLive(),
                request.tags());
    }

    @Override
    public RequestStream open() {
        return new Stream(requests.iterator());
    }

    private record Stream(Iterator<Request> requests) implements RequestStream {
        @Override
        public Optional<Request> next() {
            return requests.hasNext() ? Optional.of(requests.next()) : Optional.empty();
        }
    }
}
