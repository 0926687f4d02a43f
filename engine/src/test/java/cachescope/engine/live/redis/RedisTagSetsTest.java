package cachescope.engine.live.redis;

import cachescope.engine.fixture.TagSetsContract;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.TagSets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol.Command;

@Timeout(30)
class RedisTagSetsTest extends TagSetsContract {
    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    @SuppressWarnings("NullAway.Init")
    private static RedisConnections connections;

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
    protected TagSets sets() {
        return new RedisTagSets(connections, new RunKeys("ab12"));
    }
}
