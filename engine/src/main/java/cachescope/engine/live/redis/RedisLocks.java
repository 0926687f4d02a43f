package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.CommandText;
import cachescope.engine.port.Locks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * Locks in a Redis, under the keys of one run: {@code SET key token NX PX milliseconds}, and
 * scripts that compare the token. Times are rounded up to milliseconds. Thread-safe; blocks for one
 * round trip a call.
 */
public final class RedisLocks implements Locks {
    private final RedisConnections connections;
    private final RunKeys keys;

    public RedisLocks(RedisConnections connections, RunKeys keys) {
        this.connections = connections;
        this.keys = keys;
    }

    @Override
    public boolean take(String key, String token, Duration time) throws CacheUnavailable {
        return connections.call(taking(key, token, time));
    }

    /** One taking of a lock, however often it is attempted. */
    RedisConnections.Call<Boolean> taking(String key, String token, Duration time) {
        return new TokenTaking(keys.lock(key), token, millis(time));
    }

    @Override
    public boolean extend(String key, String token, Duration time) throws CacheUnavailable {
        return connections.call(TokenTaking.extension(keys.lock(key), token, millis(time)));
    }

    @Override
    public boolean release(String key, String token) throws CacheUnavailable {
        return connections.call(
                new ScriptCall(Script.COMPARE_AND_DELETE, keys.lock(key), bytes(token)));
    }

    @Override
    public boolean remove(String key) throws CacheUnavailable {
        var name = keys.lock(key);
        CallNotes.sent(CommandText.of("DEL", name));
        var delete = new CommandArguments(Command.DEL).add(bytes(name));
        return connections.call(
                connection -> Long.valueOf(1).equals(connection.executeCommand(delete)));
    }

    static String millis(Duration time) {
        Locks.check(time);
        return Long.toString(time.plusNanos(999_999).toMillis());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
