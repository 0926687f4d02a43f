package cachescope.engine.live.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.fixture.StructureStoreContract;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Command;
import cachescope.engine.port.StructureStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol;

@Timeout(30)
class RedisStructuresTest extends StructureStoreContract {
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
        connections.call(connection -> connection.executeCommand(Protocol.Command.FLUSHALL));
    }

    @Override
    protected StructureStore store() {
        return new RedisStructures(connections, new RunKeys("ab12"));
    }

    @Override
    protected Optional<Duration> timeToLive(String key) throws CacheUnavailable {
        long millis = Long.parseLong(Raw.answer(connections, "PTTL", prefix() + key));
        return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    @Override
    protected String prefix() {
        return "cachescope:ab12:structure:";
    }

    /** A connection that is kept breaks, and nobody knows whether a count was made. */
    @Test
    void aCountWhoseAnswerMayBeLostIsNotMadeAgain() throws CacheUnavailable {
        store().send(new Command.Incr("n"));
        try (var other = new RedisConnections(server.address(), 1, System::nanoTime)) {
            Raw.answer(other, "CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
        }
        assertThatThrownBy(() -> store().send(new Command.Incr("n")))
                .isInstanceOfSatisfying(
                        CacheUnavailable.class,
                        broken -> assertThat(broken.outcomeUnknown()).isTrue());
        assertThat(store().send(new Command.Get("n")).asText()).contains("1");
    }
}
