package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.CommandText;
import cachescope.engine.port.Marks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

/** Versions of names in a Redis, one key each under those of one run. Thread-safe. */
public final class RedisMarks implements Marks {
    private final RedisConnections connections;
    private final RunKeys keys;

    public RedisMarks(RedisConnections connections, RunKeys keys) {
        this.connections = connections;
        this.keys = keys;
    }

    @Override
    public List<Long> read(List<String> names, long ifNone) throws CacheUnavailable {
        if (names.isEmpty()) {
            return List.of();
        }
        var shown = new ArrayList<>(List.of("MGET"));
        var get = new CommandArguments(Command.MGET);
        for (var name : names) {
            shown.add(keys.mark(name));
            get.add(bytes(keys.mark(name)));
        }
        CallNotes.sent(CommandText.of(shown.toArray(String[]::new)));
        var found = connections.call(connection -> (List<?>) connection.executeCommand(get));
        var versions = new ArrayList<Long>();
        for (int i = 0; i < names.size(); i++) {
            var there = (byte @Nullable []) found.get(i);
            versions.add(there == null ? given(names.get(i), ifNone) : number(there));
        }
        return List.copyOf(versions);
    }

    /** Gives a name a version unless another one was first, and returns the one that it has. */
    private long given(String name, long version) throws CacheUnavailable {
        if (version == 0) {
            return 0;
        }
        var mark = keys.mark(name);
        var text = Long.toString(version);
        CallNotes.sent(CommandText.of("SET", mark, text, "NX"));
        CallNotes.sent(CommandText.of("GET", mark));
        var set = new CommandArguments(Command.SET).add(bytes(mark)).add(bytes(text)).add("NX");
        var get = new CommandArguments(Command.GET).add(bytes(mark));
        var there =
                connections.call(connection -> {
                    connection.executeCommand(set);
                    return version(connection, get);
                });
        return there.isEmpty() ? version : there.getFirst();
    }

    private static List<Long> version(Connection connection, CommandArguments get) {
        var there = (byte @Nullable []) connection.executeCommand(get);
        return there == null ? List.of() : List.of(number(there));
    }

    @Override
    public void set(String name, long version) throws CacheUnavailable {
        var mark = keys.mark(name);
        var text = Long.toString(version);
        CallNotes.sent(CommandText.of("SET", mark, text));
        var set = new CommandArguments(Command.SET).add(bytes(mark)).add(bytes(text));
        connections.call(connection -> connection.executeCommand(set));
    }

    /** If the answer to a first attempt is lost the number may go up by two, which is no harm. */
    @Override
    public long increment(String name) throws CacheUnavailable {
        var mark = keys.mark(name);
        CallNotes.sent(CommandText.of("INCR", mark));
        var increment = new CommandArguments(Command.INCR).add(bytes(mark));
        return connections.call(connection -> (Long) connection.executeCommand(increment));
    }

    private static long number(byte[] text) {
        return Long.parseLong(new String(text, StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
