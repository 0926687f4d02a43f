package cachescope.engine.live.redis;

import cachescope.engine.event.Cause;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Caller;
import cachescope.engine.port.MessageBus.Listener;
import cachescope.engine.port.Monitor;
import cachescope.engine.port.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A node's subscription to a channel: one connection after another, each until it breaks. The first
 * attempt after a loss comes soon, later ones after longer waits.
 */
final class RedisSubscription {
    static final Duration FIRST_WAIT = Duration.ofMillis(50);
    static final Duration WAIT_MAX = Duration.ofSeconds(2);

    /** As long as a first attempt may take, and a little more. */
    private static final Duration FIRST_ATTEMPT_MAX =
            Duration.ofMillis(RedisConnections.CONNECT_MILLIS)
                    .plusMillis(2L * RedisConnections.ANSWER_MILLIS);

    private final RedisConnections connections;
    private final String name;
    private final String node;
    private final Listener listener;
    private final Tasks tasks;
    private final Monitor monitor;
    private final Consumer<String> losses;
    private final Undelivered undelivered = new Undelivered();
    private Tasks.@Nullable Task task;
    private volatile @Nullable SubscribedConnection current;
    private volatile boolean attempted;
    private volatile boolean connected;
    private volatile boolean closed;

    /**
     * {@code name} is the channel's name in Redis; {@code losses} is told each text of which it is
     * certain that it will never come.
     */
    RedisSubscription(
            RedisConnections connections,
            String name,
            String node,
            Listener listener,
            Tasks tasks,
            Consumer<String> losses) {
        this.connections = connections;
        this.name = name;
        this.node = node;
        this.listener = listener;
        this.tasks = tasks;
        this.monitor = tasks.monitor();
        this.losses = losses;
    }

    String name() {
        return name;
    }

    Undelivered undelivered() {
        return undelivered;
    }

    /** Starts to listen, and blocks until the first attempt is over. */
    void start() throws InterruptedException {
        var caller = Caller.background(new Cause.Background("subscription", List.of()), node);
        task = tasks.start(caller, this::listen);
        monitor.when(() -> attempted, FIRST_ATTEMPT_MAX, () -> node);
    }

    void close() {
        closed = true;
        if (task != null) {
            task.cancel();
        }
        var line = current;
        if (line != null) {
            line.close();
        }
        if (!connected) {
            undelivered.takeLost().forEach(losses);
        }
    }

    /** Breaks the connection that there is. */
    void cut() {
        var line = current;
        if (line != null) {
            line.close();
        }
    }

    private void listen() throws InterruptedException {
        var wait = FIRST_WAIT;
        while (!closed) {
            try (var line = connect()) {
                wait = FIRST_WAIT;
                hear(line);
            } catch (CacheUnavailable lost) {
                disconnected(String.valueOf(lost.getMessage()));
            }
            if (!closed) {
                tasks.sleep(wait);
                wait = longer(wait);
            }
        }
    }

    private SubscribedConnection connect() throws CacheUnavailable {
        var connection = connections.dedicated();
        var missed = undelivered.takeLost();
        if (attempted) {
            missed.forEach(losses);
        }
        var line = SubscribedConnection.on(connection, name, connections.failures(), tasks);
        current = line;
        if (closed) {
            line.close();
        }
        return line;
    }

    private void hear(SubscribedConnection line) throws CacheUnavailable, InterruptedException {
        connected = true;
        listener.connected();
        wasAttempted();
        while (!closed) {
            var text = line.next();
            undelivered.arrived(text);
            if (!closed) {
                listener.received(text);
            }
        }
    }

    /** Tells the listener, once, unless it is we who end the connection. */
    private void disconnected(String reason) throws InterruptedException {
        boolean isNews = connected || !attempted;
        connected = false;
        if (isNews && !closed && !Thread.currentThread().isInterrupted()) {
            listener.disconnected(reason);
        }
        wasAttempted();
    }

    private void wasAttempted() {
        if (!attempted) {
            monitor.inside(() -> attempted = true);
        }
    }

    private static Duration longer(Duration wait) {
        var twice = wait.multipliedBy(2);
        return twice.compareTo(WAIT_MAX) < 0 ? twice : WAIT_MAX;
    }
}
