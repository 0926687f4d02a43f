package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

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
        var versions = numbers(answers(new Exchange().add(Command.MGET, marks(names))).getFirst());
        var missing = IntStream.range(0, names.size()).filter(i -> versions.get(i) == 0).toArray();
        if (missing.length > 0 && ifNone != 0) {
            var given = given(IntStream.of(missing).mapToObj(names::get).toList(), ifNone);
            for (int i = 0; i < missing.length; i++) {
                versions.set(missing[i], given.get(i));
            }
        }
        return List.copyOf(versions);
    }

    /**
     * Gives names a version unless another one was first, and returns those that they have; one
     * that is evicted at once counts as given.
     */
    private List<Long> given(List<String> names, long version) throws CacheUnavailable {
        var exchange = new Exchange();
        for (var name : names) {
            exchange.add(Command.SET, keys.mark(name), Long.toString(version), "NX");
        }
        var there = numbers(answers(exchange.add(Command.MGET, marks(names))).getLast());
        there.replaceAll(found -> found == 0 ? version : found);
        return there;
    }

    @Override
    public void set(List<String> names, long version) throws CacheUnavailable {
        var words = new ArrayList<String>();
        for (var name : names) {
            words.add(keys.mark(name));
            words.add(Long.toString(version));
        }
        answers(new Exchange().add(Command.MSET, words.toArray(String[]::new)));
    }

    /** If the answer to a first attempt is lost a number may go up by two, which is no harm. */
    @Override
    public List<Long> increment(List<String> names) throws CacheUnavailable {
        var exchange = new Exchange();
        names.forEach(name -> exchange.add(Command.INCR, keys.mark(name)));
        return answers(exchange).stream().map(Long.class::cast).toList();
    }

    private String[] marks(List<String> names) {
        return names.stream().map(keys::mark).toArray(String[]::new);
    }

    private List<@Nullable Object> answers(Exchange exchange) throws CacheUnavailable {
        return connections.call(connection -> {
            var answers = exchange.on(connection);
            for (var answer : answers) {
                if (answer instanceof JedisDataException refusal) {
                    throw refusal;
                }
            }
            return answers;
        });
    }

    /** The versions in an answer to MGET, 0 for those that are not there. */
    private static List<Long> numbers(@Nullable Object answer) {
        var versions = new ArrayList<Long>();
        for (var found : (List<?>) Objects.requireNonNull(answer)) {
            versions.add(found == null ? 0L : Long.parseLong(Exchange.text(found)));
        }
        return versions;
    }
}
