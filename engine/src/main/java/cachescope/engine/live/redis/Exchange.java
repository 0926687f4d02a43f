package cachescope.engine.live.redis;

import cachescope.engine.port.CallNotes;
import cachescope.engine.port.CommandText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

/**
 * Commands that go to the server together, in one round trip. Each answer is a {@code byte[]}, a
 * {@code Long}, a {@code List}, null, or the {@code JedisDataException} by which the server refuses
 * that one command.
 */
final class Exchange implements RedisConnections.Call<List<@Nullable Object>> {
    private final List<CommandArguments> sent = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    /** Adds a command that is shown as it is. */
    Exchange add(Command command, String... arguments) {
        var words = new ArrayList<>(List.of(arguments));
        words.addFirst(command.name());
        return add(words, words);
    }

    /** Adds a command of these words, which are shown as others. */
    Exchange add(List<String> words, List<String> asShown) {
        var command = new CommandArguments(Command.valueOf(words.getFirst()));
        words.stream().skip(1).forEach(word -> command.add(bytes(word)));
        sent.add(command);
        shown.add(CommandText.of(asShown.toArray(String[]::new)));
        return this;
    }

    @Override
    public List<@Nullable Object> on(Connection connection) {
        shown.forEach(CallNotes::sent);
        sent.forEach(connection::sendCommand);
        return new ArrayList<@Nullable Object>(connection.getMany(sent.size()));
    }

    static String text(Object answer) {
        return new String((byte[]) answer, StandardCharsets.UTF_8);
    }

    static List<String> texts(Object answer) {
        return ((List<?>) answer).stream().map(Exchange::text).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
