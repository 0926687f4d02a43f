package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.error.OsArchitectureNotFound;
import redis.embedded.error.UnknownOSName;

/**
 * The bundled Redis: a real server on a free port of the loopback interface, without persistence,
 * with at most {@value #MEMORY} of memory, and with a password of this start that other users can't
 * see. It ends with {@link #close} or with the program; one that a killed program left behind is
 * ended when the next one starts. One that crashes, or that somebody else ends, is started again
 * after {@link #PAUSE}, empty. Thread-safe.
 */
public final class RedisServer implements AutoCloseable {
    /** How much it may hold before it evicts by its approximation of LRU, as Redis writes sizes. */
    public static final String MEMORY = "256mb";

    /** How long a crashed server stays away, so that it can be seen what is done without it. */
    public static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(RedisServer.class);
    private static final int PORTS_TRIED_MAX = 5;
    private static final int PASSWORD_BYTES = 24;

    private final ServerFolder folder;
    private final Path executable;
    private final Duration pause;
    private final String password;
    private final Thread hook = new Thread(this::endWithTheProgram, "end-redis");
    private volatile Runnable lastUse = () -> {};
    private int port;
    private boolean ended;
    private @Nullable ServerProcess process;

    private RedisServer(ServerFolder folder, Path executable, Duration pause) {
        this.folder = folder;
        this.executable = executable;
        this.pause = pause;
        this.password = password();
    }

    /** Starts a server and waits until it answers; throws with the reason if it does not. */
    public static RedisServer start() throws CacheUnavailable {
        return start(ServerFolder.base());
    }

    /** The same with a folder of its own, for tests. */
    static RedisServer start(Path base) throws CacheUnavailable {
        return start(base, PAUSE);
    }

    /** The same with a pause of its own, for tests. */
    static RedisServer start(Path base, Duration pause) throws CacheUnavailable {
        try {
            new LeftoverServers(base).end();
            var folder = ServerFolder.create(base);
            var server = new RedisServer(folder, executable(folder), pause);
            Runtime.getRuntime().addShutdownHook(server.hook);
            server.startOnAnyPort();
            return server;
        } catch (IOException failure) {
            throw failed(String.valueOf(failure.getMessage()), failure);
        }
    }

    /** Where the server is, password included. */
    public synchronized RedisAddress address() {
        return RedisAddress.loopback(port, password);
    }

    /** Ends the server at once, as if it had crashed; {@link #restart} brings it back, empty. */
    public synchronized void stop() {
        if (process != null) {
            process.kill();
            process = null;
        }
    }

    /**
     * Starts the server again on the port and with the password that it had; throws with the reason
     * if it does not.
     */
    public synchronized void restart() throws CacheUnavailable {
        stop();
        try {
            startProcess();
        } catch (IOException failure) {
            throw failed(String.valueOf(failure.getMessage()), failure);
        }
    }

    /**
     * When the program is told to end, waits for this first, so that what still needs the server
     * can finish; it must not block for long.
     */
    public void endsAfter(Runnable use) {
        lastUse = use;
    }

    private void endWithTheProgram() {
        lastUse.run();
        end();
    }

    /** Ends the server and removes all that it had on disk. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException programIsEnding) {
            LOG.debug("The program is ending, and the server with it.", programIsEnding);
        }
    }

    /** Done once: the program's end and a close can come together. */
    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        stop();
        try {
            folder.delete();
        } catch (IOException remains) {
            LOG.warn("{} could not be removed: {}", folder.path(), remains.getMessage());
        }
    }

    private void startOnAnyPort() throws CacheUnavailable {
        for (int tried = 1; ; tried++) {
            try {
                port = freePort();
                startProcess();
                return;
            } catch (IOException failure) {
                if (tried == PORTS_TRIED_MAX) {
                    close();
                    throw failed(String.valueOf(failure.getMessage()), failure);
                }
            }
        }
    }

    private void startProcess() throws IOException {
        folder.write("redis.conf", configuration());
        var started = ServerProcess.start(folder, executable);
        process = started;
        started.awaitAnswer(address());
        started.whenEnded(pause, () -> startAgain(started));
    }

    /** Starts a server anew whose process has ended, unless somebody wanted that or was quicker. */
    private synchronized void startAgain(ServerProcess crashed) {
        if (ended || process != crashed) {
            return;
        }
        try {
            restart();
        } catch (CacheUnavailable refused) {
            LOG.warn("The Redis server ended by itself. {}", refused.getMessage());
        }
    }

    private String configuration() {
        return """
        bind 127.0.0.1
        protected-mode yes
        port %d
        requirepass %s
        save ""
        appendonly no
        dir ./
        maxmemory %s
        maxmemory-policy allkeys-lru
        loglevel warning
        """
                .formatted(port, password, MEMORY);
    }

    /**
     * A port that was free just now; another program may take it before the server does, and then
     * the next is tried.
     */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }

    private static Path executable(ServerFolder folder) throws IOException, CacheUnavailable {
        try {
            return ExecutableProvider.newJarResourceProvider(folder.path().toFile()).get().toPath();
        } catch (OsArchitectureNotFound | UnknownOSName unknown) {
            folder.delete();
            var platform = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
            throw new CacheUnavailable(
                    "No Redis is bundled for "
                            + platform
                            + ": start one yourself and name it with --redis URL.",
                    false,
                    unknown);
        }
    }

    private static CacheUnavailable failed(String why, IOException cause) {
        return new CacheUnavailable(
                "The bundled Redis could not be started: " + why + ".", false, cause);
    }

    private static String password() {
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
