package cachescope.engine.traffic;

import java.io.InputStream;
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
    TWITTER(
            "twitter",
            "Twitter's twemcache CSV: time, key, key size, value size, client, operation, TTL; no header",
            "at op key size client ttl"),
    CLOUDPHYSICS(
            "cloudphysics",
            "a first line version,time,op,size,lbn (op: SCSI code in hex, 28 reads, 2a writes)",
            "at op key size"),
    CSV(
            "csv",
            "a first line that names a column key, or columns that are given by their numbers",
            "at op key size client ttl"),
    ADDRESS(
            "address",
            "l or s (load, store), an address in hex and a number: l 0x1fff50 1",
            "op key"),
    ARC(
            "arc",
            "four whole numbers a line: start, count, ignored, sequence; reads count blocks from start",
            "op key"),
    ADAPTSIZE("adaptsize", "three whole numbers a line: sequence, id, bytes", "op key size"),
    LIRS("lirs", "one whole number a line, with * or blank lines between", "op key"),
    ORACLE_GENERAL(
            "oracle-general",
            "binary, libCacheSim's: records of 24 bytes, times in order, each next access later",
            "at op key size"),
    CACHE2K(
            "cache2k",
            "binary, 4-byte big-endian signed integers: below 2^24, or of few first bytes",
            "op key"),
    KEYS("keys", "one word a line; keys with spaces or punctuation need --format keys", "op key");

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

    /** The format of text that a recording with these first lines is in, if it is one of these. */
    static Optional<Format> recognisedIn(List<String> lines, ReadingOptions options) {
        return Arrays.stream(values())
                .filter(format -> format.recognises(lines, options))
                .findFirst();
    }

    /** The binary format that a recording with these first bytes is in, if it is one of these. */
    static Optional<Format> recognisedIn(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.recognises(bytes)).findFirst();
    }

    boolean isBinary() {
        return this == ORACLE_GENERAL || this == CACHE2K;
    }

    Pieces pieces(InputStream content, ReadingOptions options) {
        return switch (parser(options)) {
            case LineParser lines -> new LinePieces(content, lines);
            case RecordParser records -> new RecordPieces(content, records);
        };
    }

    private Parser parser(ReadingOptions options) {
        return switch (this) {
            case JSONL -> new JsonLinesParser(options);
            case REDIS_MONITOR -> new MonitorParser();
            case ACCESS_LOG -> new AccessLogParser();
            case TWITTER -> new TwitterParser();
            case CLOUDPHYSICS -> new CloudPhysicsParser();
            case CSV -> new CsvParser(options);
            case ADDRESS -> new AddressParser(options);
            case ARC -> new ArcParser(options);
            case ADAPTSIZE -> new AdaptSizeParser(options);
            case LIRS -> new LirsParser(options);
            case ORACLE_GENERAL -> new OracleGeneralParser();
            case CACHE2K -> new Cache2kParser(options);
            case KEYS -> new KeysParser(options);
        };
    }

    private boolean recognises(List<String> lines, ReadingOptions options) {
        var firstLine = lines.getFirst();
        return switch (this) {
            case JSONL -> JsonLinesParser.recognises(firstLine);
            case REDIS_MONITOR -> MonitorParser.recognises(firstLine);
            case ACCESS_LOG -> AccessLogParser.recognises(firstLine);
            case TWITTER -> options.columns() == null && TwitterParser.recognises(firstLine);
            case CLOUDPHYSICS ->
                    options.columns() == null && CloudPhysicsParser.recognises(firstLine);
            case CSV -> CsvParser.recognises(firstLine, options);
            case ADDRESS -> AddressParser.recognises(firstLine);
            case ARC -> ArcParser.recognises(firstLine);
            case ADAPTSIZE -> AdaptSizeParser.recognises(firstLine);
            case LIRS -> lines.stream().allMatch(LirsParser::recognises);
            case KEYS -> lines.stream().allMatch(KeysParser::recognises);
            case ORACLE_GENERAL, CACHE2K -> false;
        };
    }

    private boolean recognises(byte[] bytes) {
        return switch (this) {
            case ORACLE_GENERAL -> OracleGeneralParser.recognises(bytes);
            case CACHE2K -> Cache2kParser.recognises(bytes);
            case JSONL,
                    REDIS_MONITOR,
                    ACCESS_LOG,
                    TWITTER,
                    CLOUDPHYSICS,
                    CSV,
                    ADDRESS,
                    ARC,
                    ADAPTSIZE,
                    LIRS,
                    KEYS ->
                    false;
        };
    }
}
