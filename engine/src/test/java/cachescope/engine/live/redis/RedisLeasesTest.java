package cachescope.engine.live.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.fixture.LeasesContract;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Leases;
import cachescope.engine.port.PutCondition;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisConnectionException;

@Timeout(30)
class RedisLeasesTest extends LeasesContract {
    private static final String NAME = "cachescope:ab12:user:7";
    private static final String LEASE = "cachescope:ab12:lease:user:7";

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    @SuppressWarnings("NullAway.Init")
    private static RedisConnections connections;

    private final RunKeys keys = new RunKeys("ab12");
    private final RedisCache cache = new RedisCache(connections, keys, Instant.EPOCH, () -> 0);
    private final RedisLeases leases = new RedisLeases(connections, keys, cache);

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
    void removeAll() throws CacheUnavailable {
        connections.call(connection -> connection.executeCommand(Command.FLUSHALL));
    }

    @Override
    protected Leases leases() {
        return leases;
    }

    @Override
    protected CacheStore cache() {
        return cache;
    }

    @Override
    protected void pass(Duration duration) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS)).isFalse();
    }

    @Test
    void eachCallIsOneCommandOverBothKeys() throws CacheUnavailable {
        leases.put(KEY, "a", entry(1), PutCondition.IF_NEWER);
        leases.invalidate(KEY, 1);
        leases.end(KEY, "a");
        var notes = new CallNotes();
        notes.during(() -> {
            leases.take(KEY, "a", Duration.ofNanos(10_000_001));
            leases.put(KEY, "a", entry(2), PutCondition.IF_NEWER);
            leases.end(KEY, "a");
            leases.invalidate(KEY, 3);
            leases.remove(KEY);
            return KEY;
        });
        assertThat(notes.sent())
                .satisfiesExactly(
                        take -> assertThat(take).isEqualTo("SET " + LEASE + " a NX PX 11"),
                        put ->
                                assertThat(put)
                                        .startsWith(
                                                "EVALSHA leased-put-if-newer 2 "
                                                        + NAME
                                                        + " "
                                                        + LEASE
                                                        + " 2 0 "),
                        end ->
                                assertThat(end)
                                        .isEqualTo("EVALSHA compare-and-delete 1 " + LEASE + " a"),
                        kill ->
                                assertThat(kill)
                                        .startsWith(
                                                "EVALSHA leased-invalidate 2 "
                                                        + NAME
                                                        + " "
                                                        + LEASE),
                        remove -> assertThat(remove).isEqualTo("DEL " + NAME + " " + LEASE));
    }

    @Test
    void aFillIsTakenThoughTheAnswerToItsFirstAttemptIsLost() throws CacheUnavailable {
        leases.take(KEY, "a", LONG);
        connections.call(Connection::ping);
        var attempts = new int[1];
        var putting = leases.putting(KEY, "a", entry(1), PutCondition.IF_NEWER);
        boolean taken =
                connections.call(connection -> {
                    boolean answer = putting.on(connection);
                    if (attempts[0]++ == 0) {
                        throw new JedisConnectionException("lost");
                    }
                    return answer;
                });
        assertThat(attempts[0]).isEqualTo(2);
        assertThat(taken).isTrue();
    }

    @Test
    void aSecondAttemptDoesNotClaimWhatAnotherHasFilled() throws CacheUnavailable {
        cache.put(KEY, entry(2), PutCondition.ALWAYS);
        var putting = leases.putting(KEY, "a", entry(1), PutCondition.IF_NEWER);
        assertThat(connections.call(putting)).isFalse();
        assertThat(connections.call(putting)).isFalse();
    }

    @Test
    void leasesLocksAndEntriesOfAnyKeysNeverMeet() throws CacheUnavailable {
        var locks = new RedisLocks(connections, keys);
        for (var key : new String[] {"user:7", "lease:user:7", "\\lease:user:7", "lease:"}) {
            cache.put(key, entry(1), PutCondition.ALWAYS);
            assertThat(locks.take(key, "a", LONG)).as(key).isTrue();
            assertThat(leases.take(key, "a", LONG)).as(key).isTrue();
        }
        assertThat(keys.removeAll(connections)).isEqualTo(12);
    }
}
