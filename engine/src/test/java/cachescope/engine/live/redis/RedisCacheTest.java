package cachescope.engine.live.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.fixture.CacheStoreContract;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Entry;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Versioned;
import cachescope.engine.simulation.SimulatedCache;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Protocol.Command;

@Timeout(30)
class RedisCacheTest extends CacheStoreContract {
    private static final Instant STARTED_AT = Instant.parse("2026-11-23T20:00:00.5Z");

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    @SuppressWarnings("NullAway.Init")
    private static RedisConnections connections;

    private final long origin = System.nanoTime();
    private final RunKeys keys = new RunKeys("ab12");
    private final RedisCache cache = new RedisCache(connections, keys, STARTED_AT, this::now);

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
    protected CacheStore cache() {
        return cache;
    }

    @Override
    protected long now() {
        return System.nanoTime() - origin;
    }

    @Override
    protected void pass(Duration duration) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS)).isFalse();
    }

    @Test
    void anEntryIsReadableJson() throws CacheUnavailable {
        var versioned = new Versioned(3, "Ada \"Countess\"");
        cache.put(
                "user:7",
                new Entry(versioned, 1_000_000, 3_600_000_000_000L, 812_345),
                PutCondition.ALWAYS);
        assertThat(raw("GET", "cachescope:ab12:user:7"))
                .isEqualTo(
                        "{\"version\":3,\"loadedAt\":1795464000501000,\"expiresAt\":1795467600500000,\"loadMicros\":812,\"value\":\"Ada"
                                + " \\\"Countess\\\"\"}");
    }

    @Test
    void anAbsenceAndATombstoneSayWhatTheyAre() throws CacheUnavailable {
        cache.put("absent", entry(4, null), PutCondition.ALWAYS);
        cache.invalidate("dropped", 5);
        assertThat(raw("GET", "cachescope:ab12:absent"))
                .isEqualTo(
                        "{\"version\":4,\"loadedAt\":1795464000502000,\"loadMicros\":812,\"absent\":true}");
        assertThat(raw("GET", "cachescope:ab12:dropped"))
                .isEqualTo("{\"version\":5,\"tombstone\":true}");
    }

    @Test
    void redisItselfLetsGoOfEntriesAndTombstones() throws CacheUnavailable {
        var entry = new Entry(new Versioned(1, "brief"), 0, now() + 60_000_000_000L, 0);
        cache.put("always", entry, PutCondition.ALWAYS);
        cache.put("newer", entry, PutCondition.IF_NEWER);
        cache.put("for ever", entry(1), PutCondition.IF_NEWER);
        cache.invalidate("dropped", 5);
        assertThat(millisLeft("always")).isBetween(55_000L, 60_000L);
        assertThat(millisLeft("newer")).isBetween(55_000L, 60_000L);
        assertThat(millisLeft("for ever")).isEqualTo(-1);
        assertThat(millisLeft("dropped")).isBetween(9_000L, 10_000L);
    }

    @Test
    void commandsAreNotedAsTheyAreSent() throws CacheUnavailable {
        connections.call(connection -> connection.executeCommand(Command.FLUSHALL));
        raw("SCRIPT", "FLUSH");
        var statements = new CallNotes();
        var entry = new Entry(new Versioned(3, "Ada"), 0, now() + 60_000_000_000L, 0);
        statements.during(() -> {
            cache.get("user 7");
            cache.put("user:7", entry, PutCondition.ALWAYS);
            cache.put("user:7", entry(4), PutCondition.IF_NEWER);
            cache.invalidate("user:7", 5);
            cache.remove("user:7");
            return null;
        });
        var sent = statements.sent();
        assertThat(sent.get(0)).isEqualTo("GET \"cachescope:ab12:user 7\"");
        assertThat(sent.get(1))
                .matches(
                        "SET cachescope:ab12:user:7 \\{\"version\":3,.*\"Ada\"} PX"
                                + " (60000|59\\d{3})");
        assertThat(sent.get(2))
                .startsWith("EVALSHA put-if-newer 1 cachescope:ab12:user:7 4 0 {\"version\":4,");
        assertThat(sent.get(3))
                .startsWith("EVAL put-if-newer 1 cachescope:ab12:user:7 4 0 {\"version\":4,");
        assertThat(sent.get(4))
                .isEqualTo(
                        "EVALSHA invalidate 1 cachescope:ab12:user:7 5 10000"
                                + " {\"version\":5,\"tombstone\":true}");
        assertThat(sent.getLast()).isEqualTo("DEL cachescope:ab12:user:7");
    }

    @Test
    void aLargeValueIsShownCutButItsLifetimeIsNot() throws CacheUnavailable {
        var statements = new CallNotes();
        var entry = new Entry(new Versioned(3, "x".repeat(5_000)), 0, now() + 60_000_000_000L, 0);
        statements.during(() -> cache.put("user:7", entry, PutCondition.ALWAYS));
        assertThat(statements.sent().getFirst()).hasSizeLessThan(512).matches(".*xxx… PX \\d+");
    }

    @Test
    void aValueOverTheLimitIsRefusedByItsKey() {
        var large = entry(1, "x".repeat(RedisCache.VALUE_BYTES_MAX + 1));
        assertThatThrownBy(() -> cache.put("film", large, PutCondition.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The value of key film is larger than the 64 MB that are taken into"
                                + " Redis.");
    }

    @Test
    void whatOthersPutUnderAKeyIsAFailureAndNoValue() throws CacheUnavailable {
        raw("SET", "cachescope:ab12:text", "hello");
        raw("LPUSH", "cachescope:ab12:list", "hello");
        raw(
                "SET",
                "cachescope:ab12:json",
                "{\"version\":3,\"loadedAt\":1,\"loadMicros\":1,\"value\":\"\\q\"}");
        assertThatThrownBy(() -> cache.get("text"))
                .isInstanceOf(CacheUnavailable.class)
                .hasMessage(
                        "Redis at %s holds something that is not an entry under"
                                + " cachescope:ab12:text.",
                        server.address());
        assertThatThrownBy(() -> cache.get("json")).hasMessageContaining("is not an entry under");
        assertThatThrownBy(() -> cache.get("list"))
                .hasMessage(
                        "Redis at %s holds something under this key that is not an entry.",
                        server.address());
        assertThatThrownBy(() -> cache.invalidate("list", 2)).isInstanceOf(CacheUnavailable.class);
    }

    @Test
    void scriptsSurviveThatTheServerForgetsThem() throws CacheUnavailable {
        cache.put("user:7", entry(1), PutCondition.IF_NEWER);
        raw("SCRIPT", "FLUSH");
        assertThat(cache.put("user:7", entry(2), PutCondition.IF_NEWER)).isTrue();
        assertThat(cache.get("user:7")).contains(entry(2));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anySequenceOfCallsGoesAsInTheSimulatedCache(long seed) throws CacheUnavailable {
        var random = new SplittableRandom(seed);
        var model = new SimulatedCache(this::now);
        var conditions = PutCondition.values();
        for (int step = 0; step < 200; step++) {
            var key = "key " + random.nextInt(3);
            long version = random.nextLong(1, 6);
            var entry = entry(version, random.nextInt(4) == 0 ? null : "value " + step);
            switch (random.nextInt(4)) {
                case 0 -> {
                    cache.invalidate(key, version);
                    model.invalidate(key, version);
                }
                case 1 -> {
                    cache.remove(key);
                    model.remove(key);
                }
                default -> {
                    var condition = conditions[random.nextInt(conditions.length)];
                    assertThat(cache.put(key, entry, condition))
                            .as("step %d", step)
                            .isEqualTo(model.put(key, entry, condition));
                }
            }
            assertThat(cache.get(key)).as("step %d", step).isEqualTo(model.get(key));
        }
    }

    static LongStream seeds() {
        var one = Long.getLong("seed");
        return one == null ? LongStream.rangeClosed(1, 10) : LongStream.of(one);
    }

    private long millisLeft(String key) throws CacheUnavailable {
        return Long.parseLong(raw("PTTL", "cachescope:ab12:" + key));
    }

    private static String raw(String command, String... arguments) throws CacheUnavailable {
        return Raw.answer(connections, command, arguments);
    }
}
