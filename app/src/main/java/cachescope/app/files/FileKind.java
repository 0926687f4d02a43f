package cachescope.app.files;

import java.util.List;

/** A kind of file that a dialog offers, such as {@code Strategy} with {@code *.json}. */
public record FileKind(String name, List<String> patterns) {
    /**
     * All recordings that can be read; their format is recognised by content, so any name will do.
     */
    public static final FileKind TRAFFIC =
            new FileKind(
                    "Recorded traffic and saved logs",
                    List.of("*.jsonl", "*.csv", "*.log", "*.txt", "*.monitor", "*.gz"));

    public static final FileKind STRATEGY = new FileKind("Strategy", List.of("*.json"));
    public static final FileKind ANY = new FileKind("All files", List.of("*"));

    public FileKind {
        patterns = List.copyOf(patterns);
    }
}
