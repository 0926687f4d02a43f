package cachescope.engine.traffic;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Recordings for tests, as text that passes by under the name "recording". */
final class Recordings {
    private Recordings() {}

    static List<Request> requests(String text) throws TrafficException {
        return requests(text, ReadingOptions.DEFAULT);
    }

    static List<Request> requests(String text, ReadingOptions options) throws TrafficException {
        return requests(traffic(text, options));
    }

    static List<Request> requests(Traffic traffic) throws TrafficException {
        try (var stream = traffic.open()) {
            return rest(stream);
        }
    }

    static List<Request> rest(RequestStream stream) throws TrafficException {
        var requests = new ArrayList<Request>();
        for (var next = stream.next(); next.isPresent(); next = stream.next()) {
            requests.add(next.get());
        }
        return requests;
    }

    static List<String> remarks(String text, ReadingOptions options) throws TrafficException {
        try (var stream = traffic(text, options).open()) {
            rest(stream);
            return stream.remarks();
        }
    }

    static Traffic traffic(String text, ReadingOptions options) throws TrafficException {
        return TrafficFile.of(
                "recording",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                options);
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }
}
