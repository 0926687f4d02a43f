package cachescope.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.Operation;
import cachescope.engine.live.redis.RedisAddress;
import cachescope.engine.live.redis.RedisServer;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/** A run in a Redis that belongs to others. */
@Timeout(60)
class ForeignRedisTest {
    private RedisServer server;
    private Jedis others;

    @BeforeEach
    void startTheRedisOfOthers() throws Exception {
        server = RedisServer.start();
        var address = server.address();
        others =
                new Jedis(
                        new HostAndPort(address.host(), address.port()),
                        DefaultJedisClientConfig.builder().password(address.password()).build());
        others.set("a", "theirs");
        others.set("cachescope", "theirs");
        others.set("cachescope:otherrun:a", "theirs");
    }

    @AfterEach
    void stopTheRedisOfOthers() {
        others.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void theRunPutsAllUnderItsOwnPrefixAndRemovesThatAlone(PatternName pattern) throws Exception {
        try (var world = open(server.address())) {
            var forEver =
                    pattern == PatternName.REFRESH_AHEAD
                            ? Strategy.DEFAULT
                            : Strategy.DEFAULT.withTimeToLive(Duration.ZERO);
            try (var watched = WatchedRun.start(world, forEver.withPattern(pattern))) {
                for (int i = 0; i < 60; i++) {
                    watched.send(i % 4 == 0 ? Operation.WRITE : Operation.READ, "key " + i % 15);
                    watched.send(Operation.DELETE, "gone " + i);
                }
                watched.awaitAnswers();
                assertThat(others.keys("*"))
                        .allSatisfy(key -> assertThat(key).matches("a|cachescope|cachescope:[a-z0-9]+:.*"))
                        .hasSizeGreaterThanOrEqualTo(pattern == PatternName.NO_CACHE ? 3 : 18);
                watched.finish();
            }
            assertTheirsAreUntouched();
            assertThat(world.server()).isEmpty();
        }
        assertThat(others.ping()).isEqualTo("PONG");
    }

    @Test
    void aRunThatIsStoppedLeavesNothingBehind() throws Exception {
        try (var world = open(server.address())) {
            try (var watched = WatchedRun.start(world, Strategy.DEFAULT)) {
                watched.ask(Operation.READ, "key");
            }
            assertTheirsAreUntouched();
        }
    }

    @Test
    void aWrongPasswordAndNoneAreRefusedInASentence() {
        var place = "redis://localhost:" + server.address().port();

        assertThatThrownBy(() -> open(place))
                .isInstanceOf(RunException.class)
                .hasMessage("Redis at " + place + " asks for a password.");
        assertThatThrownBy(() -> open("redis://:wrong@localhost:" + server.address().port()))
                .isInstanceOf(RunException.class)
                .hasMessageEndingWith("does not accept this user and password.")
                .message()
                .doesNotContain("wrong");
    }

    private void assertTheirsAreUntouched() {
        assertThat(others.keys("*")).isEqualTo(Set.of("a", "cachescope", "cachescope:otherrun:a"));
        assertThat(others.mget("a", "cachescope", "cachescope:otherrun:a")).containsOnly("theirs");
    }

    private static LiveWorld open(RedisAddress address) throws RunException {
        return open("redis://:" + address.password() + "@" + address.host() + ":" + address.port());
    }

    private static LiveWorld open(String url) throws RunException {
        return LiveWorld.open(new LiveOptions(url, null));
    }
}
