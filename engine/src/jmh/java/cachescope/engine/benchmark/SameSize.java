package cachescope.engine.benchmark;

import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Traffic in which all values are of one size, in bytes. */
record SameSize(Traffic traffic, long size) implements Traffic {
    @Override
    public String name() {
        return traffic.name();
    }

    @Override
    public String format() {
        return traffic.format();
    }

    @Override
    public OptionalLong totalBytes() {
        return traffic.totalBytes();
    }

    @Override
    public RequestStream open() throws TrafficException {
        return new Requests(traffic.open(), size);
    }

    private record Requests(RequestStream requests, long size) implements RequestStream {
        @Override
        public Optional<Request> next() throws TrafficException {
            return requests.next().map(this::sized);
        }

        private Request sized(Request request) {
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
        public long bytesRead() {
            return requests.bytesRead();
        }

        @Override
        public List<String> remarks() {
            return requests.remarks();
        }

        @Override
        public void close() {
            requests.close();
        }
    }
}
