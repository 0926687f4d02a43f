package cachescope.engine.live.redis;

import java.io.IOException;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** A connection on which one task may send while another one reads. */
final class DuplexConnection extends Connection {

    DuplexConnection(HostAndPort place, JedisClientConfig config) {
        super(place, config);
    }

    /** Lets the names of tracked keys be heard like all else that the server says. */
    @Override
    protected void initPushConsumers(JedisClientConfig config) {
        super.initPushConsumers(config);
        addPushConsumer(push -> {
            push.propagate();
            return push;
        });
    }

    /** Sends a command at once, and leaves its answer to the one who reads. */
    void send(Command command, byte[]... arguments) {
        sendCommand(command, arguments);
        flush();
    }

    /** Blocks until the server says something. */
    Object hear() {
        return getUnflushedObject();
    }

    /** Breaks the connection at once: who reads fails. */
    void hangUp() {
        try {
            forceDisconnect();
        } catch (IOException alreadyBroken) {
            throw new JedisConnectionException(alreadyBroken);
        }
    }
}
