package cachescope.engine.live.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisException;

/** The running process of a bundled server. */
final class ServerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration END_WAIT = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(5);

    /** Five seconds or more, since each look takes a little itself. */
    private static final int LOOKS_MAX = 1_000;

    /** Runs a command in a session of its own; not every system has it. */
    private static final List<Path> SET_SESSION =
            List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));

    private final Process process;
    private final ServerFolder folder;

    private ServerProcess(Process process, ServerFolder folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * Starts it with the folder's configuration, which alone holds the password: a command line
     * could be seen by all. Where the system can do that, it is out of reach of the terminal, whose
     * Ctrl-C would end it before the program that still needs it.
     */
    static ServerProcess start(ServerFolder folder, Path executable) throws IOException {
        var log = folder.write("log", "").toFile();
        var process =
                new ProcessBuilder(command(executable))
                        .directory(folder.path().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                        .start();
        var started = new ServerProcess(process, folder);
        folder.write("server", ProcessMark.of(process.toHandle()).toString());
        return started;
    }

    private static List<String> command(Path executable) {
        return Stream.concat(
                        SET_SESSION.stream()
                                .filter(Files::isExecutable)
                                .limit(1)
                                .map(Path::toString),
                        Stream.of(executable.toString(), "redis.conf"))
                .toList();
    }

    /**
     * Blocks until the server answers; throws, and leaves no process, if it ends before or takes
     * too long.
     */
    void awaitAnswer(RedisAddress address) throws IOException {
        try {
            for (int look = 0; look < LOOKS_MAX; look++) {
                if (answers(address)) {
                    return;
                }
                if (process.waitFor(LOOK_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IOException("it ended with \"" + folder.lastPrinted() + "\"");
                }
            }
            kill();
            throw new IOException("it did not answer " + LOOKS_MAX + " times");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            kill();
            throw new IOException("its start was interrupted", stopped);
        }
    }

    /** Ends it at once; there is nothing that it would have to save. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(END_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The Redis server {} has not ended yet.", process.pid());
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does something a while after the process has ended, for whatever reason; does not block. */
    void whenEnded(Duration later, Runnable then) {
        var delayed = CompletableFuture.delayedExecutor(later.toMillis(), TimeUnit.MILLISECONDS);
        var _ = process.onExit().thenRunAsync(then, delayed);
    }

    private static boolean answers(RedisAddress address) {
        var config =
                DefaultJedisClientConfig.builder()
                        .resp2()
                        .timeoutMillis(RedisConnections.CONNECT_MILLIS)
                        .password(address.password())
                        .build();
        try (var connection =
                new Connection(new HostAndPort(address.host(), address.port()), config)) {
            return connection.ping();
        } catch (JedisException notYet) {
            return false;
        }
    }
}
