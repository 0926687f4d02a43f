package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Glob;
import cachescope.engine.port.KeySpace;
import cachescope.engine.port.StoredKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

/**
 * The keys in a Redis, found by SCAN in short steps, so that nobody else has to wait; then two
 * round trips for {@link #TOGETHER} of them. What goes between the steps is passed over.
 * Thread-safe.
 */
public final class RedisKeySpace implements KeySpace {
    /** How many keys are described in one round trip: of as many nobody has to wait for long. */
    static final int TOGETHER = 50;

    /** How many keys a step looks at, and the most that one does where nothing is found. */
    private static final int COUNT = 100;

    private static final int COUNT_MAX = 1_000;

    /** Steps of a page, at most: it ends there though it has found nothing yet. */
    private static final int STEPS_MAX = 100;

    private final RedisConnections connections;
    private final RunKeys keys;

    public RedisKeySpace(RedisConnections connections, RunKeys keys) {
        this.connections = connections;
        this.keys = keys;
    }

    @Override
    public String sizeWords() {
        return "The memory that the key takes, by MEMORY USAGE; by the length of its value where the"
                + " server does not tell.";
    }

    @Override
    public Page page(Scope scope, Glob pattern, String from, int size) throws CacheUnavailable {
        if (!from.matches("[0-9]{1,20}") || size < 1) {
            throw new IllegalArgumentException(
                    "A page begins where one ended and has at least 1 key, not at %s with %s."
                            .formatted(from, size));
        }
        var names = new LinkedHashSet<String>();
        var cursor = from;
        int count = COUNT;
        for (int step = 0; step < STEPS_MAX && names.size() < size; step++) {
            var found = scan(prefix(scope) + pattern.text(), cursor, count);
            names.addAll(found.names);
            cursor = found.next;
            count = found.names.isEmpty() ? Math.min(COUNT_MAX, count * 2) : count;
            if (cursor.equals(START)) {
                break;
            }
        }
        return new Page(described(scope, names), cursor, total());
    }

    @Override
    public Optional<StoredKey> read(Scope scope, String name) throws CacheUnavailable {
        var full = prefix(scope) + name;
        return KeyDescriptions.WHOLE.of(connections, List.of(full)).stream()
                .map(key -> named(scope, key))
                .findFirst();
    }

    private List<StoredKey> described(Scope scope, Set<String> names) throws CacheUnavailable {
        var sorted = names.stream().sorted().toList();
        var described = new ArrayList<StoredKey>();
        for (int i = 0; i < sorted.size(); i += TOGETHER) {
            var some = sorted.subList(i, Math.min(sorted.size(), i + TOGETHER));
            KeyDescriptions.SHORT
                    .of(connections, some)
                    .forEach(key -> described.add(named(scope, key)));
        }
        return described;
    }

    private StoredKey named(Scope scope, StoredKey key) {
        return new StoredKey(
                key.name().substring(prefix(scope).length()),
                key.type(),
                key.parts(),
                key.cut(),
                key.length(),
                key.timeToLive(),
                key.bytes());
    }

    private String prefix(Scope scope) {
        return scope == Scope.RUN ? keys.prefix() : "";
    }

    /** Names, and where the next step goes on. */
    private record Found(List<String> names, String next) {}

    private Found scan(String pattern, String cursor, int count) throws CacheUnavailable {
        var scan = new CommandArguments(Command.SCAN).add(cursor);
        scan.add("MATCH").add(pattern.getBytes(StandardCharsets.UTF_8)).add("COUNT").add(count);
        var answer = connections.call(connection -> (List<?>) connection.executeCommand(scan));
        return new Found(Exchange.texts(answer.get(1)), Exchange.text(answer.get(0)));
    }

    private long total() throws CacheUnavailable {
        return connections.call(RedisKeySpace::size);
    }

    private static Long size(Connection connection) {
        return (Long) connection.executeCommand(new CommandArguments(Command.DBSIZE));
    }
}
