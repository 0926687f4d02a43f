package cachescope.engine.run;

import cachescope.engine.traffic.Request;
import cachescope.engine.traffic.RequestStream;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Traffic that comes when the test says so, and ends when the test says so. */
final class ConductedTraffic implements Traffic {
    /** What comes next: a request, or the end, in good order or not. */
    private sealed interface Next {
        record Arrival(Request request) implements Next {}

        record End() implements Next {}

        record Broken(String sentence) implements Next {}
    }

    private final BlockingQueue<Next> queue = new LinkedBlockingQueue<>();

    void send(Request request) {
        queue.add(new Next.Arrival(request));
    }

    void end() {
        queue.add(new Next.End());
    }

    /** The recording turns out to be wrong here. */
    void breakOff(String sentence) {
        queue.add(new Next.Broken(sentence));
    }

    @Override
    public String name() {
        return "conducted";
    }

    @Override
    public String format() {
        return "generated";
    }

    @Override
    public RequestStream open() {
        return new RequestStream() {
            @Override
            public Optional<Request> next() throws TrafficException {
                return take();
            }

            @Override
            public long bytesRead() {
                return 0;
            }

            @Override
            public List<String> remarks() {
                return List.of();
            }

            @Override
            public void close() {
                queue.clear();
            }
        };
    }

    private Optional<Request> take() throws TrafficException {
        try {
            return switch (queue.take()) {
                case Next.Arrival(var request) -> Optional.of(request);
                case Next.End() -> Optional.empty();
                case Next.Broken(var sentence) -> throw new TrafficException(sentence);
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
