package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol.Command;

/**
 * The keys of one run in a Redis that may belong to others: all of them, and nothing else, under
 * one prefix.
 */
public final class RunKeys {
    private static final int SCAN_COUNT = 1_000;

    /** After this many steps, over a billion keys, the search for the run's keys is given up. */
    private static final int STEPS_MAX = 1_000_000;

    /** The cursor of the first step, which the last one answers with. */
    private static final String FIRST = "0";

    private static final String LOCK = "lock:";
    private static final String LEASE = "lease:";
    private static final String SET_OFF = "\\";

    private final String prefix;

    /** {@code run} is the run's id: letters, digits and hyphens. */
    public RunKeys(String run) {
        if (!run.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException(
                    "A run's id is 1 to 64 letters, digits and hyphens, not \"" + run + "\".");
        }
        this.prefix = "cachescope:" + run + ":";
    }

    /**
     * The name in Redis of a key of the traffic: the key itself, set off by a backslash where it
     * could be taken for the name of something else.
     */
    String name(String key) {
        boolean plain = !key.startsWith(LOCK) && !key.startsWith(LEASE) && !key.startsWith(SET_OFF);
        return plain ? prefix.concat(key) : prefix + SET_OFF + key;
    }

    /** The name in Redis of the lock of a key. */
    String lock(String key) {
        return prefix + LOCK + key;
    }

    /** The name in Redis of the lease of a key. */
    String lease(String key) {
        return prefix + LEASE + key;
    }

    /** The name in Redis of a channel; channels and keys never meet. */
    String channel(String channel) {
        return prefix.concat(channel);
    }

    /**
     * Removes every key of the run and returns how many there were. Goes over all keys of the
     * database in short steps, so that nobody else has to wait.
     */
    public long removeAll(RedisConnections connections) throws CacheUnavailable {
        long removed = 0;
        var cursor = FIRST;
        for (int step = 0; step < STEPS_MAX; step++) {
            var from = cursor;
            var page = connections.call(connection -> scan(connection, from));
            if (!page.names.isEmpty()) {
                removed += connections.call(connection -> unlink(connection, page.names));
            }
            cursor = page.next;
            if (cursor.equals(FIRST)) {
                return removed;
            }
        }
        throw connections
                .failures()
                .because("has too many keys to find those of this run among them");
    }

    /** Some names, and where the next step goes on. */
    private record Page(String next, List<byte[]> names) {}

    private Page scan(Connection connection, String cursor) {
        var arguments = new CommandArguments(Command.SCAN).add(cursor);
        arguments.add("MATCH").add(prefix + "*").add("COUNT").add(SCAN_COUNT);
        var answer = (List<?>) connection.executeCommand(arguments);
        var names = ((List<?>) answer.get(1)).stream().map(name -> (byte[]) name).toList();
        return new Page(new String((byte[]) answer.get(0), StandardCharsets.US_ASCII), names);
    }

    private static long unlink(Connection connection, List<byte[]> names) {
        var arguments = new CommandArguments(Command.UNLINK);
        names.forEach(arguments::add);
        return (Long) connection.executeCommand(arguments);
    }
}
