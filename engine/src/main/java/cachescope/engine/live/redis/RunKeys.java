package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.CommandText;
import cachescope.engine.port.Glob;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
    private static final String MARK = "mark:";
    private static final String TAG = "tag:";
    private static final String LEASE = "lease:";
    private static final String STRUCTURE = "structure:";
    private static final String SET_OFF = "\\";

    /** What the names begin with that are not those of keys. */
    private static final List<String> RESERVED =
            List.of(LOCK, LEASE, MARK, TAG, STRUCTURE, SET_OFF);

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
        return isReserved(key) ? prefix + SET_OFF + key : prefix.concat(key);
    }

    private static boolean isReserved(String key) {
        return RESERVED.stream().anyMatch(key::startsWith);
    }

    /**
     * The key of the traffic that has a name in Redis; empty if it is the name of something else.
     */
    Optional<String> key(String name) {
        if (!name.startsWith(prefix)) {
            return Optional.empty();
        }
        var key = name.substring(prefix.length());
        if (key.startsWith(SET_OFF)) {
            return Optional.of(key.substring(SET_OFF.length()));
        }
        return isReserved(key) ? Optional.empty() : Optional.of(key);
    }

    /** What all names of the run begin with. */
    String prefix() {
        return prefix;
    }

    /** The name in Redis of the lock of a key. */
    String lock(String key) {
        return prefix + LOCK + key;
    }

    /** The name in Redis of the version of a name, such as a tag. */
    String mark(String name) {
        return prefix + MARK + name;
    }

    /** The name in Redis of the set of the keys that carry a tag. */
    String tag(String tag) {
        return prefix + TAG + tag;
    }

    /** The name in Redis of the lease of a key. */
    String lease(String key) {
        return prefix + LEASE + key;
    }

    /** The name in Redis of a key that holds a structure for its own sake. */
    String structure(String key) {
        return prefix + STRUCTURE + key;
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
        return each(
                connections,
                prefix + "*",
                _ -> true,
                names -> connections.call(connection -> unlink(connection, names)));
    }

    /**
     * Does something, in the same way, with the names of the keys of the traffic that a pattern
     * means, some at a time; returns the sum of what that returns.
     */
    long eachMatching(Glob glob, RedisConnections connections, Step step) throws CacheUnavailable {
        var head = literalHead(glob.text());
        boolean set = head.isEmpty() || RESERVED.stream().anyMatch(word -> meet(word, head));
        return each(
                connections,
                prefix + (set ? "" : head) + "*",
                name -> key(name).filter(glob::matches).isPresent(),
                step);
    }

    /** What is done with some names, and how many it concerned. */
    @FunctionalInterface
    interface Step {
        long on(List<String> names) throws CacheUnavailable;
    }

    /** What all keys begin with that a pattern means. */
    private static String literalHead(String glob) {
        int end = 0;
        while (end < glob.length() && "*?[\\".indexOf(glob.charAt(end)) < 0) {
            end++;
        }
        return glob.substring(0, end);
    }

    private static boolean meet(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private long each(
            RedisConnections connections, String match, Predicate<String> meant, Step step)
            throws CacheUnavailable {
        long done = 0;
        var cursor = FIRST;
        for (int page = 0; page < STEPS_MAX; page++) {
            var from = cursor;
            var found = connections.call(connection -> scan(connection, from, match));
            var names = found.names.stream().filter(meant).toList();
            done += names.isEmpty() ? 0 : step.on(names);
            cursor = found.next;
            if (cursor.equals(FIRST)) {
                return done;
            }
        }
        throw connections
                .failures()
                .because("has too many keys to find those of this run among them");
    }

    /** Some names, and where the next step goes on. */
    private record Page(String next, List<String> names) {}

    private static Page scan(Connection connection, String cursor, String match) {
        var arguments = new CommandArguments(Command.SCAN).add(cursor);
        arguments.add("MATCH").add(match).add("COUNT").add(SCAN_COUNT);
        CallNotes.sent(
                CommandText.of(
                        "SCAN", cursor, "MATCH", match, "COUNT", Integer.toString(SCAN_COUNT)));
        var answer = (List<?>) connection.executeCommand(arguments);
        var names = ((List<?>) answer.get(1)).stream().map(name -> text((byte[]) name)).toList();
        return new Page(new String((byte[]) answer.get(0), StandardCharsets.US_ASCII), names);
    }

    private static String text(byte[] name) {
        return new String(name, StandardCharsets.UTF_8);
    }

    private static long unlink(Connection connection, List<String> names) {
        var arguments = new CommandArguments(Command.UNLINK);
        names.forEach(arguments::add);
        return (Long) connection.executeCommand(arguments);
    }
}
