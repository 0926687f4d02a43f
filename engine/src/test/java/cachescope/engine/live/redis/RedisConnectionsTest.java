package cachescope.engine.live.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cachescope.engine.port.CacheUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Connection;

@Timeout(30)
class RedisConnectionsTest {
    private static final int SIZE = 8;

    @TempDir Path folder;

    private final AtomicLong clock = new AtomicLong();

    @SuppressWarnings("NullAway.Init")
    private RedisServer server;

    @SuppressWarnings("NullAway.Init")
    private RedisConnections connections;

    @BeforeEach
    void start() throws CacheUnavailable {
        server = RedisServer.start(folder);
        connections = new RedisConnections(server.address(), SIZE, clock::get);
    }

    @AfterEach
    void end() {
        connections.close();
        server.close();
    }

    @Test
    void aCheckTellsTheVersion() throws CacheUnavailable {
        assertThat(connections.check()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void connectionsAreKeptAndSharedByAllCalls() throws CacheUnavailable {
        for (int call = 0; call < 20; call++) {
            connections.call(Connection::ping);
        }
        assertThat(Raw.answer(connections, "INFO", "stats"))
                .contains("total_connections_received:2\r\n");
    }

    @Test
    void aLostRedisFailsFastAndTheNextCallAfterItsReturnWorks() throws Exception {
        occupyAll();
        server.stop();
        var lost =
                catchThrowableOfType(
                        CacheUnavailable.class, () -> connections.call(Connection::ping));
        assertThat(lost).hasMessage("Redis at " + server.address() + " refused the connection.");
        assertThat(lost.outcomeUnknown())
                .as("the call was sent on a connection that broke")
                .isTrue();
        var refused =
                catchThrowableOfType(
                        CacheUnavailable.class, () -> connections.call(Connection::ping));
        assertThat(refused).hasMessage(lost.getMessage());
        assertThat(refused.outcomeUnknown()).as("no connection, so nothing was sent").isFalse();
        server.restart();
        assertThatThrownBy(() -> connections.call(Connection::ping)).hasMessage(lost.getMessage());
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(RedisConnections.REST_MILLIS));
        assertThat(connections.call(Connection::ping)).isTrue();
        occupyAll();
    }

    @Test
    void callsAfterAnUnnoticedRestartWorkThoughAllKeptConnectionsAreDead() throws Exception {
        occupyAll();
        server.restart();
        for (int call = 0; call < SIZE; call++) {
            assertThat(connections.call(Connection::ping)).isTrue();
        }
        occupyAll();
    }

    @Test
    void whileRedisIsDownManyCallsFailWithoutWaiting()
            throws InterruptedException, ExecutionException {
        server.stop();
        var failures = new ArrayList<Future<CacheUnavailable>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int call = 0; call < 64; call++) {
                failures.add(
                        threads.submit(() ->
                                catchThrowableOfType(
                                        CacheUnavailable.class,
                                        () -> connections.call(Connection::ping))));
            }
        }
        for (var failure : failures) {
            assertThat(failure.get()).hasMessageContaining("refused the connection");
        }
    }

    @Test
    void aServerThatDoesNotAnswerCostsTwoSecondsAndTheOutcomeIsUnknown() throws CacheUnavailable {
        Raw.answer(connections, "CLIENT", "PAUSE", "60000");
        long from = System.nanoTime();
        var failure =
                catchThrowableOfType(
                        CacheUnavailable.class, () -> connections.call(Connection::ping));
        assertThat(Duration.ofNanos(System.nanoTime() - from))
                .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(5));
        assertThat(failure)
                .hasMessage("Redis at " + server.address() + " did not answer within 2 s.");
        assertThat(failure.outcomeUnknown()).isTrue();
    }

    @Test
    void aCallWaitsForAPlaceOnlySoLong() throws Exception {
        var single = new RedisConnections(server.address(), 1, System::nanoTime);
        var taken = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = threads.submit(() -> single.call(connection -> hold(taken, release)));
            taken.await();
            assertThatThrownBy(() -> single.call(Connection::ping))
                    .hasMessage(
                            "Redis at "
                                    + server.address()
                                    + " has not answered the calls before this one.");
            release.countDown();
            assertThat(holder.get()).isTrue();
        }
        assertThat(single.call(Connection::ping)).isTrue();
        single.close();
    }

    @Test
    void anInterruptedCallSaysSoAndLeavesTheOthersAlone() throws Exception {
        connections.call(Connection::ping);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> connections.call(Connection::ping))
                .hasMessage("The call to Redis at " + server.address() + " was interrupted.");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(connections.call(Connection::ping)).isTrue();
    }

    @Test
    void aRefusalOfTheServerLeavesTheConnectionInUse() throws CacheUnavailable {
        var failure =
                catchThrowableOfType(
                        CacheUnavailable.class, () -> Raw.answer(connections, "INCRBY", "a", "x"));
        assertThat(failure)
                .hasMessageEndingWith("refused: ERR value is not an integer or out of range.");
        assertThat(failure.outcomeUnknown()).isFalse();
        assertThat(Raw.answer(connections, "INFO", "stats"))
                .contains("total_connections_received:2\r\n");
    }

    @Test
    void aServerThatIsFullSaysSo() throws CacheUnavailable {
        Raw.answer(connections, "CONFIG", "SET", "maxmemory-policy", "noeviction");
        Raw.answer(connections, "CONFIG", "SET", "maxmemory", "1");
        assertThatThrownBy(() -> Raw.answer(connections, "SET", "a", "b"))
                .hasMessageEndingWith("is out of memory.");
    }

    @Test
    void aMissingPasswordIsNamed() {
        assertRefused("redis://127.0.0.1:" + server.address().port(), "asks for a password");
    }

    @Test
    void aWrongPasswordIsNamedButNotShown() {
        var place = "127.0.0.1:" + server.address().port();
        assertRefused("redis://:s3cret@" + place, "does not accept this user and password");
        assertRefused("redis://ada:s3cret@" + place, "does not accept this user and password");
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() throws CacheUnavailable {
        Raw.answer(connections, "CONFIG", "SET", "requirepass", "");
        assertRefused(
                "redis://127.0.0.1:" + server.address().port() + "/99",
                "refused: ERR DB index is out of range");
    }

    @Test
    void aServerWithoutTlsIsNamed() {
        assertThatThrownBy(() -> check("rediss://127.0.0.1:" + server.address().port()))
                .isInstanceOf(CacheUnavailable.class)
                .hasMessageStartingWith("Redis at rediss://127.0.0.1:")
                .hasMessageContaining("did not agree on TLS within 2 s");
    }

    @Test
    void whatIsNotARedisIsNamed() throws Exception {
        try (var other = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answered = threads.submit(() -> answerLikeAWebServer(other));
            assertRefused(
                    "redis://127.0.0.1:" + other.getLocalPort(),
                    "does not speak the language of Redis");
            answered.get();
        }
    }

    private static boolean answerLikeAWebServer(ServerSocket other) throws IOException {
        try (var client = other.accept()) {
            int first = client.getInputStream().read();
            client.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return first >= 0;
        }
    }

    private static void assertRefused(String address, String why) {
        assertThatThrownBy(() -> check(address))
                .isInstanceOf(CacheUnavailable.class)
                .hasMessage("Redis at " + RedisAddress.parse(address) + " " + why + ".")
                .hasMessageNotContaining("s3cret");
    }

    private static void check(String address) throws CacheUnavailable {
        try (var connections =
                new RedisConnections(RedisAddress.parse(address), 1, System::nanoTime)) {
            connections.check();
        }
    }

    /** Makes as many calls at once as there may be connections, so that all of them exist. */
    private void occupyAll() throws InterruptedException, ExecutionException {
        var taken = new CountDownLatch(SIZE);
        var calls = new ArrayList<Future<Boolean>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int call = 0; call < SIZE; call++) {
                calls.add(
                        threads.submit(() ->
                                connections.call(
                                        connection -> hold(taken, taken) && connection.ping())));
            }
        }
        for (var call : calls) {
            assertThat(call.get()).isTrue();
        }
    }

    private static boolean hold(CountDownLatch taken, CountDownLatch release) {
        taken.countDown();
        try {
            release.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
