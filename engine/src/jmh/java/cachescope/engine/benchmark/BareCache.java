package cachescope.engine.benchmark;

import cachescope.engine.live.redis.RedisAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/**
 * What cache-aside asks of Redis, written straight onto Jedis' connections: GET, the script that
 * fills unless something newer is there, and the one that leaves a tombstone. Nothing is parsed.
 */
final class BareCache implements AutoCloseable {
    private static final String SCRIPT =
            """
            local head = redis.call('GETRANGE', KEYS[1], 0, 47)
            local version, kind = string.match(head, '^{"version":(%%d+),"(%%a+)"')
            local there, offered = tonumber(version), tonumber(ARGV[1])
            if %s then return 0 end
            if ARGV[2] == '0' then redis.call('SET', KEYS[1], ARGV[3])
            else redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[2]) end
            return 1
            """;
    private static final String FILL =
            SCRIPT.formatted(
                    "there and (there > offered or (there == offered and kind ~= 'tombstone'))");
    private static final String INVALIDATE = SCRIPT.formatted("there and there > offered");
    private static final long TIME_TO_LIVE_MILLIS = 60_000;
    private static final long TOMBSTONE_MILLIS = 10_000;

    private final HostAndPort server;
    private final DefaultJedisClientConfig config;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final String fill;
    private final String invalidate;

    BareCache(RedisAddress address) {
        this.server = new HostAndPort(address.host(), address.port());
        this.config =
                DefaultJedisClientConfig.builder().resp2().password(address.password()).build();
        this.fill = loaded(FILL);
        this.invalidate = loaded(INVALIDATE);
    }

    byte @Nullable [] get(String key) {
        return (byte[]) ask(new CommandArguments(Command.GET).add(bytes(key)));
    }

    void fill(String key, long version, String value) {
        run(fill, key, version, TIME_TO_LIVE_MILLIS, entry(version, value));
    }

    void invalidate(String key, long version) {
        run(
                invalidate,
                key,
                version,
                TOMBSTONE_MILLIS,
                "{\"version\":" + version + ",\"tombstone\":true}");
    }

    /** Forgets all keys. */
    void clear() {
        ask(new CommandArguments(Command.FLUSHDB));
    }

    static boolean isTombstone(byte[] entry) {
        return entry[entry.length - 2] == 'e';
    }

    private void run(String digest, String key, long version, long millis, String entry) {
        var arguments = new CommandArguments(Command.EVALSHA).add(digest).add(1);
        ask(arguments.add(bytes(key)).add(version).add(millis).add(bytes(entry)));
    }

    private @Nullable Object ask(CommandArguments command) {
        var kept = idle.pollFirst();
        var connection = kept == null ? new Connection(server, config) : kept;
        var answer = connection.executeCommand(command);
        idle.addFirst(connection);
        return answer;
    }

    private String loaded(String script) {
        var digest = ask(new CommandArguments(Command.SCRIPT).add("LOAD").add(script));
        return digest instanceof byte[] text ? new String(text, StandardCharsets.US_ASCII) : "";
    }

    private static String entry(long version, String value) {
        return "{\"version\":"
                + version
                + ",\"loadedAt\":1700000000000000,\"expiresAt\":1700000060000000,\"loadMicros\":10,\"value\":\""
                + value
                + "\"}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        List.copyOf(idle).forEach(Connection::close);
    }
}
