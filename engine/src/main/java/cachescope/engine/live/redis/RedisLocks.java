package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Locks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
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
        return new Taking(keys.lock(key), token, millis(time));
    }

    @Override
    public boolean extend(String key, String token, Duration time) throws CacheUnavailable {
        return connections.call(extension(keys.lock(key), token, millis(time)));
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

    private static ScriptCall extension(String name, String token, String millis) {
        return new ScriptCall(Script.COMPARE_AND_EXPIRE, name, bytes(token), bytes(millis));
    }

    private static String millis(Duration time) {
        Locks.check(time);
        return Long.toString(time.plusNanos(999_999).toMillis());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Takes a lock. If it is made a second time, because a connection broke, the lock may be held
     * by the first time, whose answer was lost: then it is the token's, and is extended.
     */
    private static final class Taking implements RedisConnections.Call<Boolean> {
        private final String name;
        private final String token;
        private final String millis;
        private boolean again;

        Taking(String name, String token, String millis) {
            this.name = name;
            this.token = token;
            this.millis = millis;
        }

        @Override
        public Boolean on(Connection connection) {
            boolean mayBeMine = again;
            again = true;
            return take(connection) || (mayBeMine && extension(name, token, millis).on(connection));
        }

        private boolean take(Connection connection) {
            CallNotes.sent(CommandText.of("SET", name, token, "NX", "PX", millis));
            var set = new CommandArguments(Command.SET).add(bytes(name)).add(bytes(token));
            return connection.executeCommand(set.add("NX").add("PX").add(millis)) != null;
        }
    }
}
