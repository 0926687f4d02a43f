package cachescope.engine.live.redis;

import static cachescope.engine.fixture.Heard.CONNECTED;
import static cachescope.engine.fixture.Heard.DISCONNECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.fixture.Heard;
import cachescope.engine.fixture.MessageBusContract;
import cachescope.engine.live.LiveTasks;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.MessageBus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisBusTest extends MessageBusContract {
    private static final String PONG = "*2\r\n$4\r\npong\r\n$0\r\n\r\n";

    private static final AtomicInteger RUNS = new AtomicInteger();

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    @SuppressWarnings("NullAway.Init")
    private static RedisConnections connections;

    private final LiveTasks tasks = new LiveTasks(1);

    /** Each test has channels of its own, as Redis notices in its own time who has hung up. */
    private final String run = "bus" + RUNS.incrementAndGet();

    private final RunKeys keys = new RunKeys(run);
    private final RedisBus bus = new RedisBus(connections, keys, tasks, losses);

    @BeforeAll
    static void start() throws CacheUnavailable {
        server = RedisServer.start(folder);
        connections = new RedisConnections(server.address(), 8, System::nanoTime);
    }

    @AfterAll
    static void end() {
        connections.close();
        server.close();
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    @Override
    protected MessageBus bus() {
        return bus;
    }

    @Override
    protected void cut() throws CacheUnavailable {
        Raw.answer(connections, "CLIENT", "KILL", "TYPE", "pubsub");
    }

    @Test
    void channelsAreTheRunsOwn() throws Exception {
        var heard = new Heard();
        subscribe(CHANNEL, "app-1", heard);
        Raw.answer(connections, "PUBLISH", CHANNEL, "of nobody");
        Raw.answer(connections, "PUBLISH", "cachescope:other:" + CHANNEL, "of another run");
        Raw.answer(connections, "PUBLISH", "cachescope:" + run + ":" + CHANNEL, "by hand");
        assertThat(List.of(heard.next(), heard.next())).containsExactly(CONNECTED, "by hand");
    }

    @Test
    void theCommandIsNotedAsItIsSent() throws CacheUnavailable {
        var notes = new CallNotes();
        notes.during(() -> bus.publish(CHANNEL, "a b"));
        assertThat(notes.sent())
                .containsExactly("PUBLISH cachescope:" + run + ":invalidations \"a b\"");
    }

    @Test
    void aQuietConnectionIsPinged() throws Exception {
        try (var quiet = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var there = connectionsTo(quiet)) {
            var pings = threads.submit(() -> answerTwoPings(quiet));
            var heard = new Heard();
            var subscription =
                    new RedisBus(there, keys, tasks, losses).subscribe(CHANNEL, "app-1", heard);
            assertThat(pings.get()).containsExactly("*1\r\n$4\r\nPING\r\n", "*1\r\n$4\r\nPING\r\n");
            assertThat(heard.next()).isEqualTo(CONNECTED);
            subscription.close();
        }
    }

    @Test
    void whoIsStoppedWhileSubscribingIsNotSubscribed() throws Exception {
        var heard = new Heard();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> bus.subscribe(CHANNEL, "app-1", heard))
                .isInstanceOf(InterruptedException.class);
        tasks.close();
        assertThat(reachedAfterClosing(0)).isZero();
        assertThat(heard.rest()).isSubsetOf(CONNECTED);
    }

    @Test
    void aRestartedServerIsFoundAgain() throws Exception {
        try (var own = RedisServer.start(folder.resolve("own"));
                var there = new RedisConnections(own.address(), 2, System::nanoTime)) {
            var ownBus = new RedisBus(there, keys, tasks, losses);
            var heard = new Heard();
            var subscription = ownBus.subscribe(CHANNEL, "app-1", heard);
            ownBus.publish(CHANNEL, "before");
            assertThat(List.of(heard.next(), heard.next())).containsExactly(CONNECTED, "before");
            own.stop();
            assertThat(heard.next()).isEqualTo(DISCONNECTED);
            assertThat(heard.reason()).startsWith("Redis at " + own.address() + " ");
            assertThatThrownBy(() -> ownBus.publish(CHANNEL, "during"))
                    .isInstanceOf(CacheUnavailable.class);
            own.restart();
            assertThat(heard.next()).isEqualTo(CONNECTED);
            ownBus.publish(CHANNEL, "after");
            assertThat(heard.next()).isEqualTo("after");
            assertThat(lost).isEmpty();
            subscription.close();
        }
    }

    @Test
    void subscribingToARedisThatIsNotThereIsToldAndGoesOn() throws Exception {
        try (var own = RedisServer.start(folder.resolve("late"));
                var there = new RedisConnections(own.address(), 2, System::nanoTime)) {
            own.stop();
            var ownBus = new RedisBus(there, keys, tasks, losses);
            var heard = new Heard();
            var subscription = ownBus.subscribe(CHANNEL, "app-1", heard);
            assertThat(heard.rest()).containsExactly(DISCONNECTED);
            assertThat(heard.reason())
                    .isEqualTo("Redis at " + own.address() + " refused the connection.");
            own.restart();
            assertThat(List.of(heard.next(), heard.next()))
                    .containsExactly(DISCONNECTED, CONNECTED);
            subscription.close();
        }
    }

    @Test
    void aMessageIsNotSentTwiceOverABrokenConnection() throws Exception {
        try (var single = new RedisConnections(server.address(), 1, System::nanoTime)) {
            var heard = new Heard();
            subscribe(CHANNEL, "app-1", heard);
            Raw.answer(single, "PING");
            Raw.answer(connections, "CLIENT", "KILL", "TYPE", "normal");
            var ownBus = new RedisBus(single, keys, tasks, losses);
            assertThatThrownBy(() -> ownBus.publish(CHANNEL, "doubtful"))
                    .isInstanceOfSatisfying(
                            CacheUnavailable.class,
                            doubt -> assertThat(doubt.outcomeUnknown()).isTrue());
            ownBus.publish(CHANNEL, "certain");
            assertThat(List.of(heard.next(), heard.next())).containsExactly(CONNECTED, "certain");
        }
    }

    @Test
    void aServerThatFallsSilentIsTakenForLost() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var there = connectionsTo(silent)) {
            var over = new CountDownLatch(1);
            var served = threads.submit(() -> confirmThenFallSilent(silent, over));
            var ownBus = new RedisBus(there, keys, tasks, losses);
            var heard = new Heard();
            var subscription = ownBus.subscribe(CHANNEL, "app-1", heard);
            assertThat(List.of(heard.next(), heard.next()))
                    .containsExactly(CONNECTED, DISCONNECTED);
            assertThat(heard.reason()).endsWith(" did not answer within 2 s.");
            subscription.close();
            over.countDown();
            assertThat(served.get()).isTrue();
        }
    }

    @Test
    void closingDoesNotWaitForAServerThatIsSilent() throws Exception {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var there = connectionsTo(silent)) {
            var over = new CountDownLatch(1);
            var served = threads.submit(() -> confirmThenFallSilent(silent, over));
            var ownTasks = new LiveTasks(2);
            var heard = new Heard();
            var subscription =
                    new RedisBus(there, keys, ownTasks, losses).subscribe(CHANNEL, "app-1", heard);
            long from = ownTasks.now();
            subscription.close();
            ownTasks.close();
            assertThat(Duration.ofNanos(ownTasks.now() - from)).isLessThan(Duration.ofSeconds(1));
            assertThat(heard.rest()).containsExactly(CONNECTED);
            over.countDown();
            assertThat(served.get()).isTrue();
        }
    }

    private static RedisConnections connectionsTo(ServerSocket place) {
        return new RedisConnections(
                RedisAddress.parse("redis://127.0.0.1:" + place.getLocalPort()),
                1,
                System::nanoTime);
    }

    private static List<String> answerTwoPings(ServerSocket place) throws IOException {
        try (var client = place.accept()) {
            greet(client);
            var first = answer(client, PONG);
            return List.of(first, answer(client, PONG));
        }
    }

    /** Answers the greeting and SUBSCRIBE as Redis does, and then nothing more. */
    private static boolean confirmThenFallSilent(ServerSocket place, CountDownLatch over)
            throws IOException, InterruptedException {
        try (var client = place.accept()) {
            greet(client);
            return over.await(20, TimeUnit.SECONDS);
        }
    }

    private static void greet(Socket client) throws IOException {
        answer(client, "*2\r\n$5\r\nproto\r\n:2\r\n");
        answer(client, "*3\r\n$9\r\nsubscribe\r\n$1\r\nc\r\n:1\r\n");
    }

    /** Answers what the client says next, and returns what that was. */
    private static String answer(Socket client, String answer) throws IOException {
        var said = new byte[512];
        int length = client.getInputStream().read(said);
        assertThat(length).isPositive();
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        return new String(said, 0, length, StandardCharsets.US_ASCII);
    }
}
