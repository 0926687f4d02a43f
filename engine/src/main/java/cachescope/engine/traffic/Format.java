package cachescope.engine.traffic;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The formats of recorded traffic that can be read, in the order in which they are tried on an unknown file. */
public enum Format {
    JSONL(
            "jsonl",
            "every line is a JSON object, as in {\"at\":1.25,\"op\":\"READ\",\"key\":\"user:7\"}",
            List.of("at", "op", "key", "size", "client", "ttl", "tags"),
            (line, _) -> JsonLinesParser.recognises(line),
            JsonLinesParser::new),
    REDIS_MONITOR(
            "redis-monitor",
            "what redis-cli MONITOR prints: OK, or a time, a client in brackets and a quoted command",
            List.of("at", "op", "key", "size", "client", "ttl"),
            (line, _) -> MonitorParser.recognises(line),
            _ -> new MonitorParser()),
    ACCESS_LOG(
            "access-log",
            "Common or Combined Log Format: a date in brackets and a quoted request line",
            List.of("at", "op", "key", "size", "client"),
            (line, _) -> AccessLogParser.recognises(line),
            _ -> new AccessLogParser()),
    CSV(
            "csv",
            "a first line that names a column key, or columns that are given by their numbers",
            List.of("at", "op", "key", "size", "client", "ttl"),
            CsvParser::recognises,
            CsvParser::new);

    private final String label;
    private final String recognisedBy;
    private final List<String> fields;
    private final BiPredicate<String, ReadingOptions> recogniser;
    private final Function<ReadingOptions, LineParser> parsers;

    Format(
            String label,
            String recognisedBy,
            List<String> fields,
            BiPredicate<String, ReadingOptions> recogniser,
            Function<ReadingOptions, LineParser> parsers) {
        this.label = label;
        this.recognisedBy = recognisedBy;
        this.fields = fields;
        this.recogniser = recogniser;
        this.parsers = parsers;
    }

    /** The name by which {@code --format} takes it. */
    public String label() {
        return label;
    }

    /** How a file in this format is told from others, in words. */
    public String recognisedBy() {
        return recognisedBy;
    }

    /** The fields of a request that it can carry. */
    public List<String> fields() {
        return fields;
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
                .filter(format -> format.recogniser.test(firstLine, options))
                .findFirst();
    }

    LineParser parser(ReadingOptions options) {
        return parsers.apply(options);
    }
}
