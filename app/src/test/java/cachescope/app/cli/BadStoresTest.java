package cachescope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.live.redis.RedisServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a run stands on is missing, wrong or full. */
@Timeout(60)
class BadStoresTest {
    @TempDir Path folder;
    private Path traffic;

    @BeforeEach
    void record() throws Exception {
        traffic = Files.writeString(folder.resolve("x.jsonl"), "{\"op\":\"WRITE\",\"key\":\"a\"}\n".repeat(3000));
    }

    @Test
    void aRedisThatIsNotThereFailsTheRun() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        replay("--redis", "redis://127.0.0.1:" + port)
                .assertRefused(1, "Redis at redis://127.0.0.1:" + port + " refused the connection.");
        replay("--redis", "redis://nowhere.invalid")
                .assertRefused(1, "can't be reached: the host's name is not known.");
    }

    @Test
    void somethingThatAcceptsAndNeverAnswersFailsTheRunInBoundedTime() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            replay("--redis", "redis://127.0.0.1:" + silent.getLocalPort())
                    .assertRefused(1, "did not answer within 2 s.");
        }
    }

    @Test
    void aRedisWithAPasswordIsRefusedWithoutItAndWithAWrongOne() throws Exception {
        try (var server = RedisServer.start()) {
            int port = server.address().port();
            replay("--redis", "redis://127.0.0.1:" + port).assertRefused(1, "asks for a password.");
            var wrong = replay("--redis", "redis://:secret@127.0.0.1:" + port);
            wrong.assertRefused(1, "does not accept this user and password.");
            assertThat(wrong.errors()).doesNotContain("secret");
        }
    }

    @Test
    void aDatabaseThatIsNoneIsRefusedAndLeftAsItIs() throws Exception {
        var text = Files.writeString(folder.resolve("notes.txt"), "These are my notes.\n".repeat(100));

        replay("--database", text.toString()).assertRefused(2, "is not an SQLite database.");
        assertThat(Files.readString(text)).isEqualTo("These are my notes.\n".repeat(100));
        replay("--database", folder.toString()).assertRefused(2, "is a folder, not a database.");
        replay("--database", folder.resolve("none/x.db").toString()).assertRefused(2, "does not exist.");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/proc is where even an administrator may not write")
    void aDatabaseWhereNothingMayBeWrittenIsRefused() {
        replay("--database", "/proc/cachescope.db").assertRefused(2, "/proc/cachescope.db");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is a disk that is always full")
    void aFullDiskUnderTheEventsFailsTheRun() {
        replay("--events", "/dev/full")
                .assertRefused(1, "cannot write the event log /dev/full: No space left on device");
        replay("--limit", "1", "--events", "/dev/full")
                .assertRefused(1, "cannot write the event log /dev/full: No space left on device");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is a disk that is always full")
    void aFullDiskUnderTheCsvReportLosesNoReport() {
        var ended = replay("--limit", "3", "--csv", "/dev/full");

        assertThat(ended.errors())
                .isEqualToIgnoringNewLines(
                        "cachescope replay: --csv: /dev/full cannot be written, so the report is on standard output: No space left on device");
        assertThat(ended.output()).startsWith("requests,reads,").hasLineCount(2);
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    private Program replay(String... options) {
        var arguments = new ArrayList<>(List.of("replay", "--traffic", traffic.toString()));
        arguments.addAll(List.of(options));
        return Program.run(arguments.toArray(String[]::new));
    }
}
