package cachescope.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

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
        return traffic(text.getBytes(StandardCharsets.UTF_8), options);
    }

    static Traffic traffic(byte[] bytes, ReadingOptions options) throws TrafficException {
        return TrafficFile.of("recording", new ByteArrayInputStream(bytes), options);
    }

    /** The keys and sizes as {@link RequestStream#nextKeys} tells them, such as {@code 7/-1}. */
    static List<String> keys(Traffic traffic) throws TrafficException {
        var keys = new ArrayList<String>();
        var sink =
                new KeySink() {
                    @Override
                    public void key(long at, long key, long size) {
                        keys.add(key + "/" + size);
                    }

                    @Override
                    public void key(long at, String key, long size) {
                        keys.add("\"" + key + "\"/" + size);
                    }
                };
        try (var stream = traffic.open()) {
            while (stream.nextKeys(sink)) {
                assertThat(keys).isNotEmpty();
            }
        }
        return keys;
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }

    /** How a recording is compressed, and by which name messages call that. */
    enum Packing {
        GZIP,
        XZ,
        ZSTD;

        byte[] pack(byte[] bytes) throws IOException {
            var packed = new ByteArrayOutputStream();
            try (OutputStream out =
                    switch (this) {
                        case GZIP -> new GZIPOutputStream(packed);
                        case XZ -> new XZOutputStream(packed, new LZMA2Options(1));
                        case ZSTD -> new ZstdOutputStream(packed).setChecksum(true);
                    }) {
                out.write(bytes);
            }
            return packed.toByteArray();
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
