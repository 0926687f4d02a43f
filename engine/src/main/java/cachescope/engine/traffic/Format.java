package cachescope.engine.traffic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The formats of recorded traffic that can be read, in the order in which they are tried on an
 * unknown file.
 */
public enum Format {
    JSONL(
            "jsonl",
            "every line is a JSON object, as in {\"at\":1.25,\"op\":\"READ\",\"key\":\"user:7\"}",
            "at op key size client ttl tags"),
    REDIS_MONITOR(
            "redis-monitor",
            "what redis-cli MONITOR prints: OK, or a time, a client in brackets and a quoted command",
            "at op key size client ttl"),
    ACCESS_LOG(
            "access-log",
            "Common or Combined Log Format: a date in brackets and a quoted request line",
            "at op key size client"),
    CSV(
            "csv",
            "a first line that names a column key, or columns that are given by their numbers",
            "at op key size client ttl");

    private final String label;
    private final String recognisedBy;
    private final String fields;

    Format(String label, String recognisedBy, String fields) {
        this.label = label;
        this.recognisedBy = recognisedBy;
        this.fields = fields;
    }

    /** The name by which {@code --format} takes it. */
    public String label() {
        return label;
    }

    /** How a file in this format is told from others, in words. */
    public String recognisedBy() {
        return recognisedBy;
    }

    /** The fields of a request that it can carry, by their names in jsonl. */
    public List<String> fields() {
        return List.of(fields.split(" "));
    }

    /** The format of that name, if there is one. */
    public static Optional<Format> named(String label) {
        return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst();
    }

    /** The names of all formats, with commas between them. */
    public static String labels() {
        return String.join(", ", Arrays.stream(values()).map(Format::label).toList());
    }

    /** The format that a recording with this first line is in, if it is one of these. */
    static Optional<Format> recognisedIn(String firstLine, ReadingOptions options) {
        return Arrays.stream(values())
                .filter(format -> format.recognises(firstLine, options))
                .findFirst();
    }

    LineParser parser(ReadingOptions options) {
        return switch (this) {
            case JSONL -> new JsonLinesParser(options);
            case REDIS_MONITOR -> new MonitorParser();
            case ACCESS_LOG -> new AccessLogParser();
            case CSV -> new CsvParser(options);
        };
    }

    private boolean recognises(String firstLine, ReadingOptions options) {
        return switch (this) {
            case JSONL -> JsonLinesParser.recognises(firstLine);
            case REDIS_MONITOR -> MonitorParser.recognises(firstLine);
            case ACCESS_LOG -> AccessLogParser.recognises(firstLine);
            case CSV -> CsvParser.recognises(firstLine, options);
        };
    }
}
