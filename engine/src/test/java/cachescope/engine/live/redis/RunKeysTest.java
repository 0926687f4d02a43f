package cachescope.engine.live.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.port.CacheUnavailable;
import cachescope.engine.port.Entry;
import cachescope.engine.port.PutCondition;
import cachescope.engine.port.Versioned;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunKeysTest {
    @TempDir Path folder;

    @Test
    void onlyTheRunsOwnKeysAreRemovedFromSomebodyElsesRedis() throws CacheUnavailable {
        try (var foreign = RedisServer.start(folder);
                var connections = new RedisConnections(foreign.address(), 4, System::nanoTime)) {
            Raw.answer(connections, "SET", "theirs", "1");
            Raw.answer(connections, "SET", "cachescope:", "2");
            Raw.answer(connections, "SET", "cachescope:ab", "3");
            fill(connections, "ab12", 2_500);
            fill(connections, "ab1", 3);
            assertThat(new RunKeys("ab12").removeAll(connections)).isEqualTo(2_500);
            assertThat(Raw.answer(connections, "DBSIZE")).isEqualTo("6");
            assertThat(Raw.answer(connections, "MGET", "theirs", "cachescope:", "cachescope:ab"))
                    .doesNotContain("null");
        }
    }

    @Test
    void nothingToRemoveIsNoFailure() throws CacheUnavailable {
        try (var foreign = RedisServer.start(folder);
                var connections = new RedisConnections(foreign.address(), 1, System::nanoTime)) {
            assertThat(new RunKeys("ab12").removeAll(connections)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a*", "a:b", "a b", "[a]"})
    void anIdThatCouldMatchOtherKeysIsRefused(String run) {
        assertThatThrownBy(() -> new RunKeys(run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A run's id is 1 to 64 letters, digits and hyphens, not \"" + run + "\".");
    }

    private static void fill(RedisConnections connections, String run, int count)
            throws CacheUnavailable {
        var cache = new RedisCache(connections, new RunKeys(run), Instant.EPOCH, () -> 0);
        for (int key = 0; key < count; key++) {
            var entry = new Entry(new Versioned(1, "value"), 0, Entry.NEVER, 0);
            cache.put("user:" + key, entry, PutCondition.ALWAYS);
        }
    }
}
