package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import java.nio.charset.StandardCharsets;
import redis.clients.jedis.Protocol.Command;

/** Commands as a person would type them. */
final class Raw {
    private Raw() {}

    /** What the server answers, as text; "(nil)" if that is nothing. */
    static String answer(RedisConnections connections, String command, String... arguments)
            throws CacheUnavailable {
        return connections.call(connection -> {
            connection.sendCommand(Command.valueOf(command), arguments);
            Object answer = connection.getOne();
            return answer instanceof byte[] text
                    ? new String(text, StandardCharsets.UTF_8)
                    : answer == null ? "(nil)" : answer.toString();
        });
    }
}
