package cachescope.engine.live.redis;

import cachescope.engine.port.CacheStore;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.CommandText;
import cachescope.engine.port.Entry;
import cachescope.engine.port.Glob;
import cachescope.engine.port.PutCondition;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/**
 * The shared cache in a Redis, under the keys of one run. Thread-safe; blocks for one round trip a
 * call.
 */
public final class RedisCache implements CacheStore {
    /** The largest value that is taken, in bytes as it stands in Redis. */
    public static final int VALUE_BYTES_MAX = 64 << 20;

    static final long TOMBSTONE_MILLIS = Duration.ofSeconds(10).toMillis();

    private final RedisConnections connections;
    private final RunKeys keys;
    private final LongSupplier now;
    private final long originMicros;
    private final EntryWriter writer;

    /** {@code now} gives nanoseconds from the run's start, which was at {@code startedAt}. */
    public RedisCache(
            RedisConnections connections, RunKeys keys, Instant startedAt, LongSupplier now) {
        this.connections = connections;
        this.keys = keys;
        this.now = now;
        this.originMicros =
                TimeUnit.SECONDS.toMicros(startedAt.getEpochSecond()) + startedAt.getNano() / 1_000;
        this.writer = new EntryWriter(originMicros);
    }

    @Override
    public Optional<Entry> get(String key) throws CacheUnavailable {
        var name = keys.name(key);
        CallNotes.sent(CommandText.of("GET", name));
        var get = new CommandArguments(Command.GET).add(bytes(name));
        var found =
                connections.call(
                        connection -> Optional.ofNullable((byte[]) connection.executeCommand(get)));
        return found.isEmpty() ? Optional.empty() : read(name, found.get());
    }

    /**
     * As the port says; throws {@link IllegalArgumentException} for a value of more than {@link
     * #VALUE_BYTES_MAX}.
     */
    @Override
    public boolean put(String key, Entry entry, PutCondition condition) throws CacheUnavailable {
        var name = keys.name(key);
        var json = json(key, entry);
        long millis = millisLeft(entry);
        return switch (condition) {
            case ALWAYS -> set(name, json, millis);
            case IF_NEWER -> run(Script.PUT_IF_NEWER, name, entry.version(), millis, json);
            case IF_PRESENT -> run(Script.PUT_IF_PRESENT, name, entry.version(), millis, json);
        };
    }

    @Override
    public void invalidate(String key, long version) throws CacheUnavailable {
        var tombstone = EntryWriter.tombstone(version);
        run(Script.INVALIDATE, keys.name(key), version, TOMBSTONE_MILLIS, tombstone);
    }

    @Override
    public void remove(String key) throws CacheUnavailable {
        var name = keys.name(key);
        CallNotes.sent(CommandText.of("DEL", name));
        var delete = new CommandArguments(Command.DEL).add(bytes(name));
        connections.call(connection -> connection.executeCommand(delete));
    }

    @Override
    public long removeMatching(Glob glob) throws CacheUnavailable {
        return keys.eachMatching(glob, connections, this::sweep);
    }

    private long sweep(List<String> names) throws CacheUnavailable {
        var call = new ScriptCall(Script.SWEEP, names, bytes(Long.toString(TOMBSTONE_MILLIS)));
        return connections.call(call::count);
    }

    private boolean set(String name, byte[] json, long millis) throws CacheUnavailable {
        var set = new CommandArguments(Command.SET).add(bytes(name)).add(json);
        if (millis == 0) {
            CallNotes.sent(CommandText.of("SET", name, CommandText.shown(json)));
        } else {
            CallNotes.sent(
                    CommandText.of(
                            "SET", name, CommandText.shown(json), "PX", Long.toString(millis)));
            set.add("PX").add(millis);
        }
        connections.call(connection -> connection.executeCommand(set));
        return true;
    }

    private boolean run(Script script, String name, long version, long millis, byte[] json)
            throws CacheUnavailable {
        return connections.call(
                new ScriptCall(
                        script,
                        name,
                        bytes(Long.toString(version)),
                        bytes(Long.toString(millis)),
                        json));
    }

    /**
     * Redis lets go of an entry in whole milliseconds and may be a little late; what has expired is
     * not there.
     */
    private Optional<Entry> read(String name, byte[] found) throws CacheUnavailable {
        try {
            var entry = EntryReader.read(found, originMicros);
            return entry.filter(live -> now.getAsLong() < live.keptUntil());
        } catch (IllegalArgumentException foreign) {
            throw connections
                    .failures()
                    .because("holds something that is not an entry under " + CommandText.of(name));
        }
    }

    /** An entry as it is kept; refuses a value that is too large. */
    byte[] json(String key, Entry entry) {
        var value = entry.versioned().value();
        if (value != null && value.length() > VALUE_BYTES_MAX) {
            throw tooLarge(key);
        }
        var json = writer.entry(entry);
        if (json.length > VALUE_BYTES_MAX) {
            throw tooLarge(key);
        }
        return json;
    }

    private static IllegalArgumentException tooLarge(String key) {
        return new IllegalArgumentException(
                "The value of key "
                        + CommandText.of(key)
                        + " is larger than the 64 MB that are taken into Redis.");
    }

    /** 0 for ever; at least 1 otherwise, since Redis takes no less. */
    long millisLeft(Entry entry) {
        if (entry.keptUntil() == Entry.NEVER) {
            return 0;
        }
        return Math.max(1, Math.ceilDiv(entry.keptUntil() - now.getAsLong(), 1_000_000L));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
