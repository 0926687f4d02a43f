package cachescope.engine.live.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.fixture.LocksContract;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Locks;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Versioned;
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
class RedisLocksTest extends LocksContract {
    private static final String NAME = "cachescope:ab12:lock:user:7";

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    @SuppressWarnings("NullAway.Init")
    private static RedisConnections connections;

    private final RunKeys keys = new RunKeys("ab12");
    private final RedisLocks locks = new RedisLocks(connections, keys);

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
    protected Locks locks() {
        return locks;
    }

    @Override
    protected void pass(Duration duration) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS)).isFalse();
    }

    @Test
    void commandsAreNotedAsTheyAreSent() throws CacheUnavailable {
        raw("SCRIPT", "FLUSH");
        var notes = new CallNotes();
        notes.during(() -> {
            locks.take(KEY, "a b", Duration.ofNanos(10_000_001));
            locks.extend(KEY, "a b", LONG);
            locks.release(KEY, "a b");
            locks.remove(KEY);
            return KEY;
        });
        assertThat(notes.sent())
                .containsExactly(
                        "SET " + NAME + " \"a b\" NX PX 11",
                        "EVALSHA compare-and-expire 1 " + NAME + " \"a b\" 60000",
                        "EVAL compare-and-expire 1 " + NAME + " \"a b\" 60000",
                        "EVALSHA compare-and-delete 1 " + NAME + " \"a b\"",
                        "EVAL compare-and-delete 1 " + NAME + " \"a b\"",
                        "DEL " + NAME);
    }

    @Test
    void redisItselfEndsALock() throws CacheUnavailable {
        locks.take(KEY, "a", LONG);
        assertThat(millisLeft()).isBetween(55_000L, 60_000L);
        locks.extend(KEY, "a", Duration.ofHours(1));
        assertThat(millisLeft()).isBetween(3_595_000L, 3_600_000L);
    }

    @Test
    void aLockIsTakenThoughTheAnswerToItsFirstAttemptIsLost() throws CacheUnavailable {
        connections.call(Connection::ping);
        var attempts = new int[1];
        var taking = locks.taking(KEY, "a", LONG);
        boolean taken =
                connections.call(connection -> {
                    boolean answer = taking.on(connection);
                    if (attempts[0]++ == 0) {
                        throw new JedisConnectionException("lost");
                    }
                    return answer;
                });
        assertThat(taken).isTrue();
        assertThat(attempts[0]).isEqualTo(2);
        assertThat(locks.release(KEY, "a")).isTrue();
    }

    @Test
    void aSecondAttemptDoesNotTakeTheLockOfAnother() throws CacheUnavailable {
        locks.take(KEY, "b", LONG);
        var taking = locks.taking(KEY, "a", LONG);
        assertThat(connections.call(taking)).isFalse();
        assertThat(connections.call(taking)).isFalse();
        assertThat(locks.release(KEY, "b")).isTrue();
    }

    @Test
    void locksAndEntriesOfAnyKeysNeverMeet() throws CacheUnavailable {
        var cache = new RedisCache(connections, keys, Instant.EPOCH, () -> 0);
        for (var key : new String[] {"user:7", "lock:user:7", "\\lock:user:7", "\\", "lock:"}) {
            cache.put(
                    key, new Entry(new Versioned(1, key), 0, Entry.NEVER, 0), PutCondition.ALWAYS);
            assertThat(locks.take(key, "a", LONG)).as(key).isTrue();
        }
        assertThat(raw("DBSIZE")).isEqualTo("10");
        assertThat(cache.get("lock:user:7").orElseThrow().versioned().value())
                .isEqualTo("lock:user:7");
        assertThat(keys.removeAll(connections)).isEqualTo(10);
    }

    private static long millisLeft() throws CacheUnavailable {
        return Long.parseLong(raw("PTTL", NAME));
    }

    private static String raw(String command, String... arguments) throws CacheUnavailable {
        return Raw.answer(connections, command, arguments);
    }
}
