package cachescope.engine.traffic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a csv file can hold. */
public enum CsvColumn {
    /** Seconds from the recording's start. */
    AT("at"),
    /**
     * The time of a clock, of which the first is the start: an ISO 8601 time with a zone, or a
     * number since 1970.
     */
    CLOCK("time timestamp"),
    OPERATION("op operation"),
    KEY("key"),
    SIZE("size"),
    CLIENT("client"),
    TIME_TO_LIVE("ttl");

    private final String names;

    CsvColumn(String names) {
        this.names = names;
    }

    /** The name by which messages call it. */
    String label() {
        return names().getFirst();
    }

    /** The column that a header calls by this name, in capitals or not. */
    static Optional<CsvColumn> named(String name) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(column -> column.names().contains(lower)).findFirst();
    }

    private List<String> names() {
        return List.of(names.split(" "));
    }
}
