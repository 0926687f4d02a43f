package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A connection that is subscribed to one channel. It is pinged, so that something must be heard
 * from a Redis that is there; where nothing is for the time of an answer, it is taken for lost.
 */
final class SubscribedConnection implements AutoCloseable {
    /** How often it is pinged: several times within the wait for an answer. */
    static final Duration PING_INTERVAL = Duration.ofMillis(500);

    private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.US_ASCII);

    private final DuplexConnection connection;
    private final RedisFailures failures;
    private final Tasks.Task pinging;

    private SubscribedConnection(
            DuplexConnection connection, RedisFailures failures, Tasks.Task pinging) {
        this.connection = connection;
        this.failures = failures;
        this.pinging = pinging;
    }

    /** Subscribes a connection, which is closed if that fails. Blocks for one round trip. */
    static SubscribedConnection on(
            DuplexConnection connection, String name, RedisFailures failures, Tasks tasks)
            throws CacheUnavailable {
        try {
            connection.send(Command.SUBSCRIBE, name.getBytes(StandardCharsets.UTF_8));
            connection.hear();
        } catch (JedisException refused) {
            connection.hangUp();
            throw failures.asking(refused);
        }
        var pinging = tasks.fork("ping", () -> ping(connection, tasks));
        return new SubscribedConnection(connection, failures, pinging);
    }

    /** Blocks until the next message is here; throws if the connection is lost. */
    String next() throws CacheUnavailable {
        try {
            while (true) {
                if (connection.hear() instanceof List<?> said
                        && said.size() == 3
                        && said.get(0) instanceof byte[] kind
                        && Arrays.equals(kind, MESSAGE)
                        && said.get(2) instanceof byte[] text) {
                    return new String(text, StandardCharsets.UTF_8);
                }
            }
        } catch (JedisException lost) {
            throw failures.asking(lost);
        }
    }

    /** Ends the connection at once; may be called while another task waits for a message. */
    @Override
    public void close() {
        pinging.cancel();
        connection.hangUp();
    }

    private static void ping(DuplexConnection connection, Tasks tasks) throws InterruptedException {
        try {
            while (!connection.isBroken()) {
                tasks.sleep(PING_INTERVAL);
                connection.send(Command.PING);
            }
        } catch (JedisConnectionException lost) {
            connection.hangUp();
        }
    }
}
