package cachescope.app.files;

import java.util.List;

/** A kind of file that a dialog offers, such as {@code Strategy} with {@code *.json}. */
public record FileKind(String name, List<String> patterns) {
    /**
     * All recordings that can be read; their format is recognised by content, so any name will do.
     */
    public static final FileKind TRAFFIC =
            new FileKind(
                    "Recorded traffic, scenarios and saved logs",
                    List.of(
                            "*.scenario.json",
                            "*.jsonl",
                            "*.csv",
                            "*.log",
                            "*.txt",
                            "*.monitor",
                            "*.trace",
                            "*.lis",
                            "*.bin",
                            "*.oracleGeneral",
                            "*.gz",
                            "*.xz",
                            "*.zst"));

    public static final FileKind STRATEGY = new FileKind("Strategy", List.of("*.json"));
    public static final FileKind PNG = new FileKind("PNG", List.of("*.png"));
    public static final FileKind GIF = new FileKind("GIF", List.of("*.gif"));
    public static final FileKind EVENTS = new FileKind("Events", List.of("*.jsonl"));
    public static final FileKind ANY = new FileKind("All files", List.of("*"));

    public FileKind {
        patterns = List.copyOf(patterns);
    }
}
