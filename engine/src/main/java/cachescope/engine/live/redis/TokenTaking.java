package cachescope.engine.live.redis;

import cachescope.engine.port.CallNotes;
import cachescope.engine.port.CommandText;
import java.nio.charset.StandardCharsets;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

/**
 * Takes a lock or a lease by a token: {@code SET name token NX PX milliseconds}. If it is made a
 * second time, because a connection broke, it may be held by the first time, whose answer was lost:
 * then it is the token's, and is extended.
 */
final class TokenTaking implements RedisConnections.Call<Boolean> {
    private final String name;
    private final String token;
    private final String millis;
    private boolean again;

    TokenTaking(String name, String token, String millis) {
        this.name = name;
        this.token = token;
        this.millis = millis;
    }

    /** Gives what the token holds a new time. */
    static ScriptCall extension(String name, String token, String millis) {
        return new ScriptCall(Script.COMPARE_AND_EXPIRE, name, bytes(token), bytes(millis));
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
