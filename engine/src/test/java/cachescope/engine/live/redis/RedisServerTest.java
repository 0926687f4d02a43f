package cachescope.engine.live.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cachescope.engine.port.CacheUnavailable;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Connection;

@Timeout(30)
class RedisServerTest {
    @TempDir Path folder;

    @Test
    void itAnswersAsSoonAsItHasStarted() throws CacheUnavailable {
        long from = System.nanoTime();
        try (var server = RedisServer.start(folder)) {
            assertThat(Duration.ofNanos(System.nanoTime() - from))
                    .isLessThan(Duration.ofSeconds(5));
            assertThat(answers(server)).isTrue();
        }
    }

    @Test
    void itKeepsNothingOnDiskAndEvictsByItselfInItsMemory() throws CacheUnavailable {
        try (var server = RedisServer.start(folder);
                var connections = new RedisConnections(server.address(), 1, System::nanoTime)) {
            assertThat(Raw.answer(connections, "INFO", "memory"))
                    .contains("maxmemory:268435456\r\n", "maxmemory_policy:allkeys-lru\r\n");
            assertThat(Raw.answer(connections, "INFO", "persistence"))
                    .contains("aof_enabled:0\r\n");
            assertThat(Raw.answer(connections, "INFO", "server"))
                    .contains("tcp_port:" + server.address().port());
        }
    }

    @Test
    void otherUsersSeeNeitherItsPasswordNorItsFolder() throws CacheUnavailable, IOException {
        assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"),
                "elsewhere the temporary folder itself is the user's own");
        try (var server = RedisServer.start(folder)) {
            var own = ServerFolder.all(folder).getFirst();
            var process = own.mark("server").orElseThrow().running().orElseThrow();
            assertThat(process.info().commandLine().orElse(""))
                    .doesNotContain(server.address().password());
            assertThat(permissions(own.path())).isEqualTo("rwx------");
            assertThat(permissions(own.path().resolve("redis.conf"))).isEqualTo("rw-------");
            assertThat(own.path().resolve("redis.conf"))
                    .content()
                    .contains(server.address().password());
        }
    }

    @Test
    void theCtrlCOfItsProgramsTerminalDoesNotReachIt() throws CacheUnavailable, IOException {
        assumeTrue(
                Files.isReadable(Path.of("/proc/self/stat"))
                        && Files.isExecutable(Path.of("/usr/bin/setsid")),
                "elsewhere it can't be kept from it");
        try (var server = RedisServer.start(folder)) {
            var mark = ServerFolder.all(folder).getFirst().mark("server").orElseThrow();
            assertThat(answers(server)).isTrue();
            assertThat(processGroup(mark.pid()))
                    .isEqualTo(mark.pid())
                    .isNotEqualTo(processGroup(ProcessHandle.current().pid()));
        }
    }

    /** As the system tells it: after the command in brackets come state, parent and group. */
    private static long processGroup(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", 4)[2]);
    }

    @Test
    void closeEndsItAndLeavesNoFiles() throws CacheUnavailable, IOException {
        var server = RedisServer.start(folder);
        server.close();
        server.close();
        assertThat(answers(server)).isFalse();
        assertThat(ServerFolder.all(folder)).isEmpty();
    }

    @Test
    void itComesBackEmptyWhereItWas() throws CacheUnavailable {
        try (var server = RedisServer.start(folder);
                var connections = new RedisConnections(server.address(), 1, System::nanoTime)) {
            Raw.answer(connections, "SET", "a", "b");
            server.stop();
            assertThat(answers(server)).isFalse();
            server.restart();
            assertThat(Raw.answer(connections, "GET", "a")).isEqualTo("(nil)");
        }
    }

    @Test
    void oneThatCrashedIsStartedAgainAfterAPause()
            throws CacheUnavailable, IOException, InterruptedException {
        try (var server = RedisServer.start(folder, Duration.ofMillis(300));
                var connections = new RedisConnections(server.address(), 1, System::nanoTime)) {
            Raw.answer(connections, "SET", "a", "b");
            var crashed = process();
            crashed.destroyForcibly();
            crashed.onExit().join();
            assertThat(answers(server)).isFalse();
            while (!answers(server)) {
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(process().pid()).isNotEqualTo(crashed.pid());
            assertThat(Raw.answer(connections, "GET", "a")).isEqualTo("(nil)");
        }
    }

    @Test
    void oneThatWasStoppedStaysAwayUntilItIsStarted() throws CacheUnavailable, IOException {
        try (var server = RedisServer.start(folder, Duration.ofMillis(1))) {
            var stopped = process();
            server.stop();
            stopped.onExit().join();
            long until = System.nanoTime() + Duration.ofMillis(300).toNanos();
            while (System.nanoTime() - until < 0) {
                assertThat(answers(server)).isFalse();
            }
        }
    }

    @Test
    void twoProgramsHaveServersOfTheirOwn() throws CacheUnavailable {
        try (var one = RedisServer.start(folder);
                var two = RedisServer.start(folder)) {
            assertThat(one.address().port()).isNotEqualTo(two.address().port());
            assertThat(one.address().password()).isNotEqualTo(two.address().password());
            assertThat(answers(one)).isTrue();
        }
    }

    @Test
    void itEndsWithItsProgram() throws IOException, InterruptedException, CacheUnavailable {
        try (var program = Program.start(folder)) {
            program.process.getOutputStream().close();
            program.process.waitFor();
            assertThat(program.answers()).isFalse();
            assertThat(ServerFolder.all(folder)).isEmpty();
        }
    }

    @Test
    void oneLeftByAKilledProgramIsEndedAtTheNextStart()
            throws IOException, InterruptedException, CacheUnavailable {
        try (var program = Program.start(folder);
                var bystander = RedisServer.start(folder)) {
            program.process.destroyForcibly().waitFor();
            assertThat(program.answers()).as("nobody has ended it yet").isTrue();
            try (var next = RedisServer.start(folder)) {
                assertThat(program.answers()).isFalse();
                assertThat(answers(next)).isTrue();
                assertThat(answers(bystander)).isTrue();
                assertThat(ServerFolder.all(folder)).hasSize(2);
            }
        }
    }

    private ProcessHandle process() throws IOException {
        var own = ServerFolder.all(folder).getFirst();
        return own.mark("server").orElseThrow().running().orElseThrow();
    }

    private static boolean answers(RedisServer server) {
        return answers(server.address());
    }

    private static boolean answers(RedisAddress address) {
        try (var connections = new RedisConnections(address, 1, System::nanoTime)) {
            return connections.call(Connection::ping);
        } catch (CacheUnavailable lost) {
            return false;
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Another program that has started a server and runs until its input ends. */
    private record Program(Process process, RedisAddress address) implements AutoCloseable {
        static Program start(Path folder) throws IOException {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var classPath = System.getProperty("java.class.path");
            var command =
                    List.of(
                            java,
                            "-cp",
                            classPath,
                            OtherProgram.class.getName(),
                            folder.toString());
            var process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            BufferedReader output = process.inputReader();
            return new Program(process, RedisAddress.parse(output.readLine()));
        }

        boolean answers() {
            return RedisServerTest.answers(address);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
