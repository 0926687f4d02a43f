package cachescope.engine.eviction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cachescope.engine.port.RandomStream;
import cachescope.engine.strategy.EvictionName;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvictionsTest {

    @ParameterizedTest
    @EnumSource(value = EvictionName.class, mode = EnumSource.Mode.EXCLUDE, names = "OPT")
    void everyNameHasACacheAndReplaysBothByNumberAndBySize(EvictionName name) {
        var cache = Evictions.<String, Integer>cache(name, 2, random(), null);
        cache.put("a", 1);
        assertThat(cache.get("a")).isEqualTo(1);

        var replay = Evictions.replay(name, 2, 1, random());
        assertThat(replay.hits(7)).isFalse();
        assertThat(replay.hits(7)).isTrue();

        var bySize = Evictions.weightedReplay(name, 20, random());
        assertThat(bySize.hits(7, 20)).isFalse();
        assertThat(bySize.hits(7, 20)).isTrue();
        assertThat(bySize.hits(8, 21)).isFalse();
        assertThat(bySize.hits(7, 20)).isTrue();
    }

    @Test
    void theOptimumIsNoCache() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evictions.cache(EvictionName.OPT, 2, random(), null))
                .withMessage("opt is no cache: it must know all requests beforehand");
    }

    @Test
    void whatIsMovedStaysInItsOrder() {
        var from = new Lru<String, Integer>(3);
        from.put("a", 1);
        from.put("b", 2);
        from.get("a");
        var to = new LinkedHashMapLru<String, Integer>(3);
        Evictions.move(from, to);

        assertThat(to.keys()).containsExactly("a", "b");
        assertThat(from.size()).isZero();
    }

    private static RandomGenerator random() {
        return RandomStream.of(1, "samples");
    }
}
