package cachescope.engine.live.redis;

import cachescope.engine.event.Cause;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Caller;
import cachescope.engine.port.KeyTracking;
import cachescope.engine.port.MessageBus;
import cachescope.engine.port.Tasks;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Redis' client tracking in its broadcasting mode, of the keys of one run: a connection for each
 * listener, in the protocol that has pushes. After a loss it is made again. Thread-safe.
 */
public final class RedisTracking implements KeyTracking {
    static final Duration AGAIN_AFTER = Duration.ofMillis(50);
    static final Duration AGAIN_AFTER_MAX = Duration.ofSeconds(2);

    private final RedisConnections connections;
    private final RunKeys keys;
    private final Tasks tasks;

    public RedisTracking(RedisConnections connections, RunKeys keys, Tasks tasks) {
        this.connections = connections;
        this.keys = keys;
        this.tasks = tasks;
    }

    @Override
    public MessageBus.Subscription track(String node, Listener listener) {
        var line = new Line(listener);
        var caller = Caller.background(new Cause.Background("tracking", List.of()), node);
        line.task = tasks.start(caller, line::listen);
        return line;
    }

    /** One connection after another, each until it breaks. */
    private final class Line implements MessageBus.Subscription {
        private final Listener listener;
        private Tasks.@Nullable Task task;
        private volatile @Nullable TrackedConnection current;
        private volatile boolean closed;

        Line(Listener listener) {
            this.listener = listener;
        }

        void listen() throws InterruptedException {
            boolean connected = false;
            boolean first = true;
            var wait = AGAIN_AFTER;
            while (!closed) {
                try (var connection = connect()) {
                    wait = AGAIN_AFTER;
                    connected = true;
                    listener.connected();
                    hear(connection);
                } catch (CacheUnavailable lost) {
                    if ((connected || first) && !closed) {
                        listener.disconnected(String.valueOf(lost.getMessage()));
                    }
                    connected = false;
                    first = false;
                }
                if (!closed) {
                    tasks.sleep(wait);
                    var twice = wait.multipliedBy(2);
                    wait = twice.compareTo(AGAIN_AFTER_MAX) < 0 ? twice : AGAIN_AFTER_MAX;
                }
            }
        }

        private TrackedConnection connect() throws CacheUnavailable {
            var made =
                    TrackedConnection.on(
                            connections.pushing(), keys.prefix(), connections.failures(), tasks);
            current = made;
            if (closed) {
                made.close();
            }
            return made;
        }

        private void hear(TrackedConnection connection) throws CacheUnavailable {
            while (!closed) {
                var names = connection.next();
                if (names.isEmpty()) {
                    listener.allChanged();
                } else {
                    for (var name : names.get()) {
                        keys.key(name).ifPresent(listener::changed);
                    }
                }
            }
        }

        @Override
        public void cut() {
            var line = current;
            if (line != null) {
                line.close();
            }
        }

        @Override
        public void close() {
            closed = true;
            if (task != null) {
                task.cancel();
            }
            cut();
        }
    }
}
