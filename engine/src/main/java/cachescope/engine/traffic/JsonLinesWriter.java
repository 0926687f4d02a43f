package cachescope.engine.traffic;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes requests as jsonl, one JSON object a line, in UTF-8. The same requests give the same
 * bytes, and reading them gives the same requests. Buffered: written for certain only when closed.
 * Blocks; for one thread.
 */
public final class JsonLinesWriter implements Closeable {
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .rootValueSeparator("\n")
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build();

    private final OutputStream out;
    private final JsonGenerator json;
    private boolean anyLine;

    /** Writes to {@code out}, and closes it when closed. */
    public JsonLinesWriter(OutputStream out) {
        this.out = out;
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    }

    public void write(Request request) throws IOException {
        try {
            json.writeStartObject();
            json.writeName("at").writeNumber(seconds(request.at()));
            json.writeStringProperty("op", request.operation().name());
            json.writeStringProperty("key", request.key());
            writeOptional(request);
            json.writeEndObject();
            anyLine = true;
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            json.flush();
            if (anyLine) {
                out.write('\n');
            }
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        }
    }

    private void writeOptional(Request request) {
        if (request.size() != Request.UNKNOWN_SIZE) {
            json.writeNumberProperty("size", request.size());
        }
        if (request.client() != null) {
            json.writeStringProperty("client", request.client());
        }
        if (request.timeToLive() != null) {
            json.writeName("ttl").writeNumber(seconds(request.timeToLive()));
        }
        if (!request.tags().isEmpty()) {
            json.writeArrayPropertyStart("tags");
            request.tags().forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private static BigDecimal seconds(Duration duration) {
        return seconds(duration.toNanos());
    }

    private static BigDecimal seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros();
    }
}
