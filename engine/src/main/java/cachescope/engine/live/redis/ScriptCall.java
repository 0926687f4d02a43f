package cachescope.engine.live.redis;

import cachescope.engine.port.CallNotes;
import cachescope.engine.port.CommandText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * A script with its arguments. A server that does not know the script yet is sent its text, once.
 */
final class ScriptCall implements RedisConnections.Call<Boolean> {
    private final Script script;
    private final List<String> names;
    private final byte[][] arguments;

    /** {@code name} is the one key that the script is about. */
    ScriptCall(Script script, String name, byte[]... arguments) {
        this(script, List.of(name), arguments);
    }

    /** {@code names} are the keys that the script is about. */
    ScriptCall(Script script, List<String> names, byte[]... arguments) {
        this.script = script;
        this.names = names;
        this.arguments = arguments;
    }

    /** Whether the script did something. */
    @Override
    public Boolean on(Connection connection) {
        return count(connection) > 0;
    }

    /** How many keys the script changed. */
    long count(Connection connection) {
        try {
            return answer(connection, Command.EVALSHA, script.digest());
        } catch (JedisNoScriptException unknown) {
            return answer(connection, Command.EVAL, script.lua());
        }
    }

    private long answer(Connection connection, Command command, String text) {
        var count = Integer.toString(names.size());
        var shown = new ArrayList<>(List.of(command.name(), script.label(), count));
        var sent = new CommandArguments(command).add(text).add(count);
        for (var name : names) {
            shown.add(name);
            sent.add(name.getBytes(StandardCharsets.UTF_8));
        }
        for (var argument : arguments) {
            shown.add(CommandText.shown(argument));
            sent.add(argument);
        }
        CallNotes.sent(CommandText.of(shown.toArray(String[]::new)));
        return (Long) connection.executeCommand(sent);
    }
}
