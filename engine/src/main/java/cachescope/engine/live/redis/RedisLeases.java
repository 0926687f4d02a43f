package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.CommandText;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Leases;
import cachescope.engine.port.PutCondition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

/**
 * Leases in a Redis, under the keys of one run, beside the entries of its cache; what concerns both
 * is done by scripts in one step. Times are rounded up to milliseconds. Thread-safe; blocks for one
 * round trip a call.
 */
public final class RedisLeases implements Leases {
    private final RedisConnections connections;
    private final RunKeys keys;
    private final RedisCache cache;

    /** {@code cache} is the one whose keys the leases are on, over the same connections. */
    public RedisLeases(RedisConnections connections, RunKeys keys, RedisCache cache) {
        this.connections = connections;
        this.keys = keys;
        this.cache = cache;
    }

    @Override
    public boolean take(String key, String token, Duration time) throws CacheUnavailable {
        return connections.call(new TokenTaking(keys.lease(key), token, RedisLocks.millis(time)));
    }

    @Override
    public boolean put(String key, String token, Entry entry, PutCondition condition)
            throws CacheUnavailable {
        return connections.call(putting(key, token, entry, condition));
    }

    /** One offer of an entry, however often it is attempted. */
    RedisConnections.Call<Boolean> putting(
            String key, String token, Entry entry, PutCondition condition) {
        var json = cache.json(key, entry);
        var script =
                new ScriptCall(
                        script(condition),
                        names(key),
                        bytes(entry.version()),
                        bytes(cache.millisLeft(entry)),
                        json,
                        bytes(token));
        return new Putting(script, keys.name(key), json);
    }

    @Override
    public boolean end(String key, String token) throws CacheUnavailable {
        return connections.call(
                new ScriptCall(Script.COMPARE_AND_DELETE, keys.lease(key), bytes(token)));
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        connections.call(
                new ScriptCall(
                        Script.LEASED_INVALIDATE,
                        names(key),
                        bytes(version),
                        bytes(RedisCache.TOMBSTONE_MILLIS),
                        EntryWriter.tombstone(version)));
    }

    @Override
    public void remove(String key) throws CacheUnavailable {
        var delete = new CommandArguments(Command.DEL);
        names(key).forEach(name -> delete.add(bytes(name)));
        CallNotes.sent(CommandText.of("DEL", keys.name(key), keys.lease(key)));
        connections.call(connection -> connection.executeCommand(delete));
    }

    private static Script script(PutCondition condition) {
        return switch (condition) {
            case ALWAYS -> Script.LEASED_PUT;
            case IF_NEWER -> Script.LEASED_PUT_IF_NEWER;
            case IF_PRESENT -> Script.LEASED_PUT_IF_PRESENT;
        };
    }

    private List<String> names(String key) {
        return List.of(keys.name(key), keys.lease(key));
    }

    private static byte[] bytes(long number) {
        return bytes(Long.toString(number));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Offers an entry. If it is made a second time, because a connection broke, the first time may
     * have ended the lease and set the entry: then that is there.
     */
    private static final class Putting implements RedisConnections.Call<Boolean> {
        private final ScriptCall script;
        private final String name;
        private final byte[] json;
        private boolean again;

        Putting(ScriptCall script, String name, byte[] json) {
            this.script = script;
            this.name = name;
            this.json = json;
        }

        @Override
        public Boolean on(Connection connection) {
            boolean mayBeThere = again;
            again = true;
            return script.on(connection) || (mayBeThere && isThere(connection));
        }

        private boolean isThere(Connection connection) {
            CallNotes.sent(CommandText.of("GET", name));
            var get = new CommandArguments(Command.GET).add(bytes(name));
            return Arrays.equals(json, (byte[]) connection.executeCommand(get));
        }
    }
}
