package cachescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.EventFileReader;
import cachescope.engine.event.Operation;
import cachescope.engine.strategy.PatternName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Keys that break what quotes, splits or ends text by a sign. */
@Timeout(60)
class HostileKeysTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> KEYS =
            List.of(
                    " ",
                    "with spaces  and\ttabs",
                    "line\nfeed\r\nand more",
                    "'; DROP TABLE records; --",
                    "\"quoted\" \\ and 'quoted'",
                    "nul\0in the middle",
                    "nul\0in the end",
                    "\0",
                    "*?[a-z]{x}",
                    "%s %d ${x}",
                    "\u00e9 e\u0301",
                    "\ud83d\ude00\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
                    "\u202eright to left",
                    "m".repeat(1 << 20));

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void goThroughRedisAndSqliteAndComeBack(PatternName pattern) throws Exception {
        var traffic = folder.resolve("hostile.jsonl");
        var lines = new StringBuilder();
        for (var operation : List.of("READ", "READ", "WRITE", "READ", "READ")) {
            for (var key : KEYS) {
                lines.append(JSON.writeValueAsString(Map.of("op", operation, "key", key))).append('\n');
            }
        }
        Files.writeString(traffic, lines);
        var events = folder.resolve("events.jsonl");
        var database = folder.resolve("kept.db");

        var ended =
                Program.run(
                                "replay", "--traffic", traffic.toString(), "--json", "--concurrency", "1",
                                "--pattern", pattern.label(), "--events", events.toString(),
                                "--database", database.toString())
                        .assertDone();

        var report = JSON.readTree(ended.output());
        assertThat(report.get("traffic").get("uniqueKeys").asLong()).isEqualTo(KEYS.size());
        assertThat(report.get("failures").isEmpty()).isTrue();
        assertThat(report.get("staleReads").asLong()).isZero();
        if (pattern != PatternName.NO_CACHE) {
            assertThat(report.get("hits").asLong()).isGreaterThanOrEqualTo(2L * KEYS.size());
        }
        assertThat(keysRead(events)).isEqualTo(fiveTimes());
        assertThat(keysIn(database)).containsExactlyInAnyOrderElementsOf(KEYS);
    }

    private static List<String> fiveTimes() {
        var all = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            all.addAll(KEYS);
        }
        return all;
    }

    private static List<String> keysRead(Path events) throws Exception {
        var keys = new ArrayList<String>();
        try (var reader = EventFileReader.open(events)) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                if (next.get() instanceof Event.RequestEnded end) {
                    assertThat(end.version()).isBetween(1L, 2L * KEYS.size());
                    assertThat(end.operation()).isIn(Operation.READ, Operation.WRITE);
                    keys.add(end.key());
                }
            }
        }
        return keys;
    }

    private static List<String> keysIn(Path database) throws Exception {
        var keys = new ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT key FROM records")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }
}
