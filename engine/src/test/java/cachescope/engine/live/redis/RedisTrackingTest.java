package cachescope.engine.live.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.live.LiveTasks;
import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.KeyTracking;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Versioned;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RedisTrackingTest {
    private static final AtomicInteger RUNS = new AtomicInteger();

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static RedisServer server;

    @SuppressWarnings("NullAway.Init")
    private static RedisConnections connections;

    private final LiveTasks tasks = new LiveTasks(1);
    private final RunKeys keys = new RunKeys("track" + RUNS.incrementAndGet());
    private final RedisCache cache =
            new RedisCache(connections, keys, tasks.startedAt(), tasks::now);
    private final RedisTracking tracking = new RedisTracking(connections, keys, tasks);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final KeyTracking.Listener listener =
            new KeyTracking.Listener() {
                @Override
                public void connected() {
                    heard.add("connected");
                }

                @Override
                public void changed(String key) {
                    heard.add(key);
                }

                @Override
                public void allChanged() {
                    heard.add("all");
                }

                @Override
                public void disconnected(String reason) {
                    heard.add("disconnected");
                }
            };

    @BeforeAll
    static void start() throws CacheUnavailable {
        server = RedisServer.start(folder);
        connections = new RedisConnections(server.address(), 8, System::nanoTime);
    }

    @AfterAll
    static void end() {
        connections.close();
        server.close();
    }

    @AfterEach
    void close() {
        tasks.close();
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
    }

    private void put(String key) throws CacheUnavailable {
        var entry = new Entry(new Versioned(1, "value"), 0, Entry.NEVER, 0);
        cache.put(key, entry, PutCondition.ALWAYS);
    }

    @Test
    void eachChangeIsToldOnceItListens() throws Exception {
        tracking.track("app-1", listener);
        assertThat(next()).isEqualTo("connected");
        put("user:7");
        assertThat(next()).isEqualTo("user:7");
        cache.invalidate("user:7", 2);
        assertThat(next()).isEqualTo("user:7");
        put("lock:user:7");
        assertThat(next()).isEqualTo("lock:user:7");
        cache.remove("lock:user:7");
        assertThat(next()).isEqualTo("lock:user:7");
    }

    @Test
    void keysOfOthersAndNamesThatAreNoKeysAreNotTold() throws Exception {
        tracking.track("app-1", listener);
        assertThat(next()).isEqualTo("connected");
        Raw.answer(connections, "SET", "cachescope:other:user:7", "value");
        new RedisMarks(connections, keys).set(List.of("user"), 7);
        put("last");
        assertThat(next()).isEqualTo("last");
    }

    @Test
    void afterALostConnectionItListensAgain() throws Exception {
        var subscription = tracking.track("app-1", listener);
        assertThat(next()).isEqualTo("connected");
        subscription.cut();
        assertThat(next()).isEqualTo("disconnected");
        assertThat(next()).isEqualTo("connected");
        put("user:7");
        assertThat(next()).isEqualTo("user:7");
    }

    @Test
    void aRestartedServerIsListenedToAgain() throws Exception {
        tracking.track("app-1", listener);
        assertThat(next()).isEqualTo("connected");
        server.stop();
        assertThat(next()).isEqualTo("disconnected");
        server.restart();
        assertThat(next()).isEqualTo("connected");
    }

    @Test
    void whatIsFlushedMeansAllKeys() throws Exception {
        tracking.track("app-1", listener);
        assertThat(next()).isEqualTo("connected");
        Raw.answer(connections, "FLUSHALL");
        assertThat(next()).isEqualTo("all");
    }

    @Test
    void afterItsEndNothingIsTold() throws Exception {
        var subscription = tracking.track("app-1", listener);
        assertThat(next()).isEqualTo("connected");
        subscription.close();
        put("user:7");
        assertThat(heard).isEmpty();
    }
}
