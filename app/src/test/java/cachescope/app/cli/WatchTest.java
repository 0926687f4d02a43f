package cachescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.SavedLogs;
import cachescope.app.fixture.SyntheticLog;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class WatchTest {
    @TempDir Path folder;

    @Test
    void theWindowOpensOnTheLog() {
        var file = SavedLogs.save(SyntheticLog.of(1, 10, 10, 1), folder.resolve("run.jsonl"));
        var openings = new ArrayList<CachescopeCommand.Opening>();
        int code =
                CachescopeCommand.run(
                        opening -> {
                            openings.add(opening);
                            return Program.WINDOW;
                        },
                        Program.NO_CAMERA,
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(new StringWriter()),
                        "watch",
                        "--events",
                        file.toString());

        assertThat(code).isEqualTo(Program.WINDOW);
        assertThat(openings.getFirst().savedLog()).contains(file);
    }

    @Test
    void whatIsNoLogIsRefusedBeforeAnyWindowOpens() throws IOException {
        var file = folder.resolve("traffic.jsonl");
        Files.writeString(file, "{\"at\":0,\"op\":\"READ\",\"key\":\"a\"}\n");

        Program.run("watch", "--events", file.toString())
                .assertRefused(ExitCode.WRONG_INPUT, "traffic.jsonl line 1: not an event log");
        Program.run("watch", "--events", folder.resolve("nowhere").toString())
                .assertRefused(ExitCode.WRONG_INPUT, "nowhere does not exist");
        Program.run("watch", "--events", folder.toString())
                .assertRefused(ExitCode.WRONG_INPUT, "is a folder");
        Program.run("watch").assertRefused(ExitCode.WRONG_INPUT, "--events=FILE.jsonl");
    }
}
