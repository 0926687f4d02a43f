package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Tasks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A connection on which Redis pushes the names of the keys that change. It is pinged, so that
 * something must be heard from a Redis that is there; where nothing is for the time of an answer,
 * it is taken for lost.
 */
final class TrackedConnection implements AutoCloseable {
    private static final byte[] INVALIDATE = bytes("invalidate");

    private final DuplexConnection connection;
    private final RedisFailures failures;
    private final Tasks.Task pinging;

    private TrackedConnection(
            DuplexConnection connection, RedisFailures failures, Tasks.Task pinging) {
        this.connection = connection;
        this.failures = failures;
        this.pinging = pinging;
    }

    /**
     * Lets Redis track all keys with a prefix on a connection, which is closed if that fails.
     * Blocks for one round trip.
     */
    static TrackedConnection on(
            DuplexConnection connection, String prefix, RedisFailures failures, Tasks tasks)
            throws CacheUnavailable {
        try {
            connection.send(
                    Command.CLIENT,
                    bytes("TRACKING"),
                    bytes("ON"),
                    bytes("BCAST"),
                    bytes("PREFIX"),
                    bytes(prefix));
            connection.hear();
        } catch (JedisException refused) {
            connection.hangUp();
            throw failures.asking(refused);
        }
        var pinging = tasks.fork("ping", () -> ping(connection, tasks));
        return new TrackedConnection(connection, failures, pinging);
    }

    /**
     * Blocks until Redis names keys that have changed; empty if it says that all may have. Throws
     * if the connection is lost.
     */
    Optional<List<String>> next() throws CacheUnavailable {
        try {
            while (true) {
                if (connection.hear() instanceof List<?> said
                        && said.size() == 2
                        && said.get(0) instanceof byte[] kind
                        && Arrays.equals(kind, INVALIDATE)) {
                    return names(said.get(1));
                }
            }
        } catch (JedisException lost) {
            throw failures.asking(lost);
        }
    }

    private static Optional<List<String>> names(@Nullable Object said) {
        return said instanceof List<?> names
                ? Optional.of(
                        names.stream()
                                .map(name -> new String((byte[]) name, StandardCharsets.UTF_8))
                                .toList())
                : Optional.empty();
    }

    /** Ends the connection at once; may be called while another task waits for a name. */
    @Override
    public void close() {
        pinging.cancel();
        connection.hangUp();
    }

    private static void ping(DuplexConnection connection, Tasks tasks) throws InterruptedException {
        try {
            while (!connection.isBroken()) {
                tasks.sleep(SubscribedConnection.PING_INTERVAL);
                connection.send(Command.PING);
            }
        } catch (JedisConnectionException lost) {
            connection.hangUp();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
