package cachescope.engine.live.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.port.CacheUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LeftoverServersTest {
    @TempDir Path base;

    @SuppressWarnings("NullAway.Init")
    private RedisServer server;

    @SuppressWarnings("NullAway.Init")
    private ServerFolder folder;

    @BeforeEach
    void start() throws CacheUnavailable, IOException {
        server = RedisServer.start(base);
        folder = ServerFolder.all(base).getFirst();
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void aServerWhoseProgramRunsIsLeftAlone() throws IOException {
        assertThat(new LeftoverServers(base).end()).isZero();
        assertThat(process()).isPresent();
    }

    @Test
    void aServerWhoseProgramIsGoneIsEndedWithItsFolder() throws IOException {
        var process = process().orElseThrow();
        killOwner();
        assertThat(new LeftoverServers(base).end()).isEqualTo(1);
        assertThat(process.isAlive()).isFalse();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void aServerThatWasNotYetWrittenDownIsFoundByItsCommand() throws IOException {
        var process = process().orElseThrow();
        killOwner();
        Files.delete(folder.path().resolve("server"));
        assertThat(new LeftoverServers(base).end()).isEqualTo(1);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aProcessThatTookOverTheNumberOfAServerIsLeftAlone() throws IOException {
        var process = process().orElseThrow();
        killOwner();
        folder.write("server", new ProcessMark(process.pid(), 1_000).toString());
        assertThat(new LeftoverServers(base).end()).isZero();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aProcessWithAnotherCommandIsLeftAlone() throws IOException {
        killOwner();
        folder.write("server", ProcessMark.of(ProcessHandle.current()).toString());
        assertThat(new LeftoverServers(base).end()).isZero();
    }

    @Test
    void aFolderThatDoesNotSayWhoOwnsItIsLeftAlone() throws IOException {
        folder.write("owner", "12");
        assertThat(new LeftoverServers(base).end()).isZero();
        assertThat(process()).isPresent();
        assertThat(folder.path()).exists();
    }

    @Test
    void noFolderAtAllMeansNoServers() throws IOException {
        assertThat(new LeftoverServers(base.resolve("never made")).end()).isZero();
    }

    private Optional<ProcessHandle> process() throws IOException {
        return folder.mark("server").flatMap(ProcessMark::running);
    }

    /** Makes the folder say that a program owned it that had the number of this one, long ago. */
    private void killOwner() throws IOException {
        folder.write("owner", new ProcessMark(ProcessHandle.current().pid(), 1_000).toString());
    }
}
