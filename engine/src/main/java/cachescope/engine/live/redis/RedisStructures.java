package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Command;
import cachescope.engine.port.Reply;
import cachescope.engine.port.StructureStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * Structures in a Redis, under the keys of one run; a transaction is MULTI and EXEC in the same
 * round trip. Thread-safe.
 */
public final class RedisStructures implements StructureStore {
    private final RedisConnections connections;
    private final RunKeys keys;

    public RedisStructures(RedisConnections connections, RunKeys keys) {
        this.connections = connections;
        this.keys = keys;
    }

    @Override
    public List<Reply> pipeline(List<Command> commands) throws CacheUnavailable {
        StructureStore.check(commands);
        return replies(commands, exchanged(commands, added(new Exchange(), commands)));
    }

    @Override
    public List<Reply> transaction(List<Command> commands) throws CacheUnavailable {
        StructureStore.check(commands);
        var all = added(new Exchange().add(Protocol.Command.MULTI), commands);
        var answers = exchanged(commands, all.add(Protocol.Command.EXEC)).getLast();
        if (answers instanceof List<?> ofEach) {
            return replies(commands, ofEach);
        }
        throw answers instanceof JedisDataException refusal
                ? connections.failures().asking(refusal)
                : connections.failures().because("did not carry out the transaction");
    }

    private Exchange added(Exchange exchange, List<Command> commands) {
        for (var command : commands) {
            var shown = command.words(keys::structure);
            var words = new ArrayList<>(shown);
            if (command instanceof Command.HSetIfPresent) {
                words.set(1, Script.HSET_IF_PRESENT.lua());
            }
            exchange.add(words, shown);
        }
        return exchange;
    }

    private List<@Nullable Object> exchanged(List<Command> commands, Exchange exchange)
            throws CacheUnavailable {
        return commands.stream().allMatch(Command::isRepeatable)
                ? connections.call(exchange)
                : connections.callOnce(exchange);
    }

    private List<Reply> replies(List<Command> commands, List<?> answers) throws CacheUnavailable {
        var replies = new ArrayList<Reply>();
        for (int i = 0; i < commands.size(); i++) {
            var answer = answers.get(i);
            if (answer instanceof JedisDataException refusal) {
                throw refused(commands.get(i), refusal);
            }
            replies.add(reply(answer));
        }
        return List.copyOf(replies);
    }

    private CacheUnavailable refused(Command command, JedisDataException refusal) {
        var message = String.valueOf(refusal.getMessage());
        if (message.contains("WRONGTYPE")) {
            return connections.failures().because(command.wrongType(keys::structure));
        }
        if (message.contains("not an integer") || message.contains("would overflow")) {
            return connections.failures().because(command.noNumber(keys::structure));
        }
        return connections.failures().asking(refusal);
    }

    private static Reply reply(@Nullable Object answer) {
        return switch (answer) {
            case null -> new Reply.Nothing();
            case Long number -> new Reply.Count(number);
            case List<?> several -> new Reply.Texts(Exchange.texts(several));
            default -> new Reply.Text(Exchange.text(answer));
        };
    }
}
