package cachescope.app.session;

import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Traffic that is another one each time it is read. */
final class Unsteady implements Traffic {
    private final Traffic traffic;
    private final int[] times;

    Unsteady(Traffic traffic, int[] times) {
        this.traffic = traffic;
        this.times = times;
    }

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
        return OptionalLong.empty();
    }

    @Override
    public RequestStream open() throws TrafficException {
        int time = times[0]++;
        var stream = traffic.open();
        return new RequestStream() {
            @Override
            public Optional<Request> next() throws TrafficException {
                return stream.next()
                        .map(request ->
                                Request.of(
                                        request.at() + time, request.operation(), request.key()));
            }

            @Override
            public long bytesRead() {
                return stream.bytesRead();
            }

            @Override
            public List<String> remarks() {
                return stream.remarks();
            }

            @Override
            public void close() {
                stream.close();
            }
        };
    }
}
