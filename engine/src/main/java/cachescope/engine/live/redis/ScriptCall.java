package cachescope.engine.live.redis;

import cachescope.engine.port.CallNotes;
import java.nio.charset.StandardCharsets;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * A script with its arguments. A server that does not know the script yet is sent its text, once.
 */
final class ScriptCall implements RedisConnections.Call<Boolean> {
    private final Script script;
    private final String name;
    private final long version;
    private final long millis;
    private final byte[] json;

    ScriptCall(Script script, String name, long version, long millis, byte[] json) {
        this.script = script;
        this.name = name;
        this.version = version;
        this.millis = millis;
        this.json = json;
    }

    /** Whether something was set. */
    @Override
    public Boolean on(Connection connection) {
        try {
            return answer(connection, Command.EVALSHA, script.digest());
        } catch (JedisNoScriptException unknown) {
            return answer(connection, Command.EVAL, script.lua());
        }
    }

    private boolean answer(Connection connection, Command command, String text) {
        CallNotes.sent(
                CommandText.of(
                        command.name(),
                        script.label(),
                        "1",
                        name,
                        Long.toString(version),
                        Long.toString(millis),
                        CommandText.shown(json)));
        var arguments = new CommandArguments(command).add(text).add(1);
        arguments.add(name.getBytes(StandardCharsets.UTF_8)).add(version).add(millis).add(json);
        return Long.valueOf(1).equals(connection.executeCommand(arguments));
    }
}
