package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.CommandText;
import cachescope.engine.port.TagSets;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** Sets of keys in a Redis, under the keys of one run. Thread-safe. */
public final class RedisTagSets implements TagSets {
    private final RedisConnections connections;
    private final RunKeys keys;

    public RedisTagSets(RedisConnections connections, RunKeys keys) {
        this.connections = connections;
        this.keys = keys;
    }

    @Override
    public void add(String tag, String key) throws CacheUnavailable {
        var set = keys.tag(tag);
        CallNotes.sent(CommandText.of("SADD", set, key));
        var add = new CommandArguments(Command.SADD).add(bytes(set)).add(bytes(key));
        connections.call(connection -> connection.executeCommand(add));
    }

    @Override
    public List<String> members(String tag) throws CacheUnavailable {
        var set = keys.tag(tag);
        CallNotes.sent(CommandText.of("SMEMBERS", set));
        var members = new CommandArguments(Command.SMEMBERS).add(bytes(set));
        var found = connections.call(connection -> connection.executeCommand(members));
        return ((Collection<?>) found)
                .stream().map(key -> new String((byte[]) key, StandardCharsets.UTF_8)).toList();
    }

    @Override
    public void remove(String tag) throws CacheUnavailable {
        var set = keys.tag(tag);
        CallNotes.sent(CommandText.of("DEL", set));
        var delete = new CommandArguments(Command.DEL).add(bytes(set));
        connections.call(connection -> connection.executeCommand(delete));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
