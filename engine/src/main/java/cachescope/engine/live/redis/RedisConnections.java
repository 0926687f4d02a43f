package cachescope.engine.live.redis;

import cachescope.engine.port.CacheUnavailable;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A bounded number of connections to one Redis, made when needed and kept. Thread-safe; calls
 * block, but never for long: a second to connect, two for a place among the connections, two for an
 * answer.
 *
 * <p>A lost Redis costs one wait, not one a call: after a connection could not be made, calls fail
 * at once for {@link #REST_MILLIS}, and then one call at a time tries again. When a connection
 * breaks, all that lie idle are dropped with it, and the call is made once more on a new one if it
 * may be that only the old one was dead. So the first call after Redis is back succeeds. Every call
 * made here may be made twice with the effect of once, except for those of {@link #callOnce}.
 */
public final class RedisConnections implements AutoCloseable {
    static final int CONNECT_MILLIS = 1_000;
    static final int ANSWER_MILLIS = 2_000;
    static final int PLACE_MILLIS = 2_000;
    static final int REST_MILLIS = 100;

    private static final Pattern VERSION = Pattern.compile("redis_version:(\\S+)");

    private final RedisAddress address;
    private final RedisFailures failures;
    private final LongSupplier now;
    private final DefaultJedisClientConfig config;
    private final DefaultJedisClientConfig pushing;
    private final Semaphore places;
    private final Semaphore trial = new Semaphore(1);
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile @Nullable Down down;
    private volatile boolean closed;

    /**
     * Connections to the Redis at an address, at most {@code size} at once; none is made yet.
     * {@code now} counts nanoseconds from anywhere.
     */
    public RedisConnections(RedisAddress address, int size, LongSupplier now) {
        this.now = now;
        this.address = address;
        this.failures = new RedisFailures(address);
        this.places = new Semaphore(size);
        this.config = config(address, RedisProtocol.RESP2);
        this.pushing = config(address, RedisProtocol.RESP3);
    }

    /** Redis could not be reached; nobody tries again before that time. */
    private record Down(long until, CacheUnavailable failure) {}

    /** What is asked of Redis over one connection. */
    @FunctionalInterface
    interface Call<T> {
        T on(Connection connection);
    }

    /**
     * Checks that a Redis answers at the address and lets us in, and returns its version ("unknown"
     * if it does not tell); throws with the reason if not.
     */
    public String check() throws CacheUnavailable {
        call(Connection::ping);
        var answer = call(RedisConnections::serverSection);
        var version = VERSION.matcher(answer);
        return version.find() ? version.group(1) : "unknown";
    }

    public RedisAddress address() {
        return address;
    }

    /**
     * Lets the server answer nobody for a time, from at most a moment from now. For a server that
     * is ours alone. Blocks for one round trip.
     */
    public void pause(Duration time) throws CacheUnavailable {
        var pause =
                new CommandArguments(Command.CLIENT)
                        .add("PAUSE")
                        .add(Long.toString(time.toMillis()))
                        .add("ALL");
        callOnce(connection -> connection.executeCommand(pause));
    }

    /** Closes the idle connections at once, and the others when their calls are over. */
    @Override
    public void close() {
        closed = true;
        dropIdle();
    }

    RedisFailures failures() {
        return failures;
    }

    /** Makes a call on a connection of its own. */
    <T> T call(Call<T> call) throws CacheUnavailable {
        return call(call, true);
    }

    /**
     * Makes a call that is not made again: if a kept connection turns out to be dead it fails,
     * though Redis may be there.
     */
    <T> T callOnce(Call<T> call) throws CacheUnavailable {
        return call(call, false);
    }

    /**
     * A connection for its user alone, beyond the bounded number. The user ends it; {@link #close}
     * does not.
     */
    DuplexConnection dedicated() throws CacheUnavailable {
        return connect(config);
    }

    /**
     * A connection such as {@link #dedicated}, on which the server may speak without being asked.
     */
    DuplexConnection pushing() throws CacheUnavailable {
        return connect(pushing);
    }

    private <T> T call(Call<T> call, boolean twice) throws CacheUnavailable {
        try {
            if (!places.tryAcquire(PLACE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw failures.because("has not answered the calls before this one");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failures.interrupted(false, stopped);
        }
        try {
            return attempt(call, twice);
        } finally {
            places.release();
        }
    }

    private <T> T attempt(Call<T> call, boolean twice) throws CacheUnavailable {
        var kept = idle.pollFirst();
        try {
            if (kept == null) {
                return on(connect(config), call);
            }
            return on(kept, call);
        } catch (JedisConnectionException broken) {
            if (Thread.currentThread().isInterrupted()) {
                throw failures.interrupted(true, broken);
            }
            dropIdle();
            if (kept == null || !twice || RedisFailures.isTimeOut(broken)) {
                throw failures.asking(broken);
            }
            return again(call);
        } catch (JedisException failure) {
            throw failures.asking(failure);
        }
    }

    private <T> T again(Call<T> call) throws CacheUnavailable {
        try {
            return on(connect(config), call);
        } catch (CacheUnavailable unreachable) {
            throw new CacheUnavailable(
                    String.valueOf(unreachable.getMessage()), true, unreachable.getCause());
        } catch (JedisException failure) {
            throw failures.asking(failure);
        }
    }

    private <T> T on(Connection connection, Call<T> call) {
        boolean inStep = false;
        try {
            T result = call.on(connection);
            inStep = true;
            return result;
        } catch (JedisDataException refused) {
            inStep = true;
            throw refused;
        } finally {
            if (inStep && !closed && !connection.isBroken()) {
                idle.addFirst(connection);
            } else {
                drop(connection);
            }
        }
    }

    private DuplexConnection connect(DefaultJedisClientConfig form) throws CacheUnavailable {
        var known = down;
        if (known == null) {
            return open(form);
        }
        if (known.until - now.getAsLong() > 0 || !trial.tryAcquire()) {
            throw known.failure;
        }
        try {
            return open(form);
        } finally {
            trial.release();
        }
    }

    private DuplexConnection open(DefaultJedisClientConfig form) throws CacheUnavailable {
        try {
            var connection =
                    new DuplexConnection(new HostAndPort(address.host(), address.port()), form);
            down = null;
            return connection;
        } catch (JedisException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failures.interrupted(false, failure);
            }
            var unreachable = failures.connecting(failure);
            down =
                    new Down(
                            now.getAsLong() + TimeUnit.MILLISECONDS.toNanos(REST_MILLIS),
                            unreachable);
            throw unreachable;
        }
    }

    private void dropIdle() {
        for (var next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            drop(next);
        }
    }

    private static void drop(Connection connection) {
        try {
            connection.disconnect();
        } catch (JedisConnectionException alreadyBroken) {
            // What could not be sent any more is of no use to anybody.
            connection.setBroken();
        }
    }

    private static String serverSection(Connection connection) {
        connection.sendCommand(Command.INFO, "server");
        try {
            return connection.getBulkReply();
        } catch (JedisDataException notPermitted) {
            return "";
        }
    }

    private static DefaultJedisClientConfig config(RedisAddress address, RedisProtocol protocol) {
        var config =
                DefaultJedisClientConfig.builder()
                        .protocol(protocol)
                        .connectionTimeoutMillis(CONNECT_MILLIS)
                        .socketTimeoutMillis(ANSWER_MILLIS)
                        .user(address.user().isEmpty() ? null : address.user())
                        .password(address.password().isEmpty() ? null : address.password())
                        .database(address.database())
                        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        if (address.encrypted()) {
            config.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
        }
        return config.build();
    }
}
