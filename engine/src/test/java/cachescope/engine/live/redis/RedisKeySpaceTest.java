package cachescope.engine.live.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.fixture.KeySpaceContract;
import cachescope.engine.live.LiveTasks;
import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Glob;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.KeySpace.Scope;
import cachescope.engine.port.Locks;
import cachescope.engine.port.StoredKey;
import cachescope.engine.port.StructureStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol.Command;

@Timeout(30)
class RedisKeySpaceTest extends KeySpaceContract {
    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    @SuppressWarnings("NullAway.Init")
    private static RedisConnections connections;

    private static final RunKeys KEYS = new RunKeys("ab12");

    private final LiveTasks tasks = new LiveTasks(1);

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
        tasks.close();
        connections.call(connection -> connection.executeCommand(Command.FLUSHALL));
    }

    @Override
    protected KeySpace keys() {
        return new RedisKeySpace(connections, KEYS);
    }

    @Override
    protected CacheStore cache() {
        return new RedisCache(connections, KEYS, tasks.startedAt(), tasks::now);
    }

    @Override
    protected Locks locks() {
        return new RedisLocks(connections, KEYS);
    }

    @Override
    protected StructureStore structures() {
        return new RedisStructures(connections, KEYS);
    }

    @Override
    protected long now() {
        return tasks.now();
    }

    @Test
    void othersKeysAreSeenOnlyIfAllAreMeant() throws CacheUnavailable {
        Raw.answer(connections, "SET", "somebody:1", "theirs");
        Raw.answer(connections, "ZADD", "scores", "1.5", "Ada");
        Raw.answer(connections, "XADD", "stream", "*", "a", "1");
        Raw.answer(connections, "SET", "cachescope:ab12:user:7", "ours");
        assertThat(found(Scope.RUN)).extracting(StoredKey::name).containsExactly("user:7");
        assertThat(found(Scope.ALL))
                .extracting(StoredKey::name)
                .containsExactly("cachescope:ab12:user:7", "scores", "somebody:1", "stream");
        assertThat(keys().read(Scope.ALL, "scores").orElseThrow())
                .returns("zset", StoredKey::type)
                .returns(List.of("Ada", "1.5"), StoredKey::parts);
    }

    /** As in a Redis of others, where ours are few among many. */
    @Test
    void fewKeysAmongManyAreFoundWithoutAskingForAllOfThem() throws CacheUnavailable {
        Raw.answer(
                connections,
                "EVAL",
                "for i = 1, 30000 do redis.call('SET', 'other:' .. i, i) end return 1",
                "0");
        Raw.answer(connections, "SET", "cachescope:ab12:user:7", "ours");
        Raw.answer(connections, "CONFIG", "RESETSTAT");
        assertThat(found(Scope.RUN)).extracting(StoredKey::name).containsExactly("user:7");
        assertThat(Raw.answer(connections, "INFO", "commandstats"))
                .doesNotContain("cmdstat_keys")
                .containsPattern("cmdstat_scan:calls=[0-9]{2},");
    }

    @Test
    void whereTheServerTellsNoMemoryTheSizeIsThatOfTheValue() throws CacheUnavailable {
        Raw.answer(connections, "SET", "cachescope:ab12:user:7", "12345");
        Raw.answer(connections, "ACL", "SETUSER", "looker", "on", ">pw", "~*", "+@all", "-memory");
        var there = server.address();
        var address = new RedisAddress(false, "looker", "pw", there.host(), there.port(), 0);
        try (var limited = new RedisConnections(address, 2, System::nanoTime)) {
            var page =
                    new RedisKeySpace(limited, KEYS)
                            .page(Scope.RUN, new Glob("*"), KeySpace.START, 50);
            assertThat(page.keys()).singleElement().returns(5L, StoredKey::bytes);
            assertThat(found(Scope.RUN).getFirst().bytes()).isGreaterThan(40);
        }
    }

    @Test
    void lookingIsNoUse() throws CacheUnavailable {
        Raw.answer(connections, "SET", "cachescope:ab12:user:7", "ours");
        Raw.answer(connections, "CONFIG", "RESETSTAT");
        found(Scope.RUN);
        assertThat(Raw.answer(connections, "INFO", "commandstats"))
                .contains("cmdstat_type", "cmdstat_pttl", "cmdstat_memory")
                .doesNotContain("cmdstat_set", "cmdstat_del", "cmdstat_expire");
    }

    private List<StoredKey> found(Scope scope) throws CacheUnavailable {
        var found = new ArrayList<StoredKey>();
        var from = KeySpace.START;
        do {
            var page = keys().page(scope, new Glob("*"), from, 50);
            found.addAll(page.keys());
            from = page.next();
        } while (!from.equals(KeySpace.START));
        return found;
    }
}
