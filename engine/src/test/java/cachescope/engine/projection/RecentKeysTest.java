package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentKeysTest {
    private final RecentKeys<Integer> keys = new RecentKeys<>();

    @Test
    void theLastValueOfAKeyIsRemembered() {
        keys.put("a", 1);
        keys.put("b", 2);
        keys.put("a", 3);
        assertThat(keys.get("a")).contains(3);
        assertThat(keys.get("b")).contains(2);
        assertThat(keys.get("c")).isEmpty();
    }

    @Test
    void aCopyAndItsOriginalGoTheirOwnWays() {
        keys.put("a", 1);
        var copy = keys.copy();
        keys.put("a", 2);
        copy.put("b", 3);
        assertThat(copy.get("a")).contains(1);
        assertThat(keys.get("b")).isEmpty();
    }

    @Test
    void aCopyOfACopyIsNotChangedByEitherHoweverLong() {
        keys.put("a", 1);
        var copy = keys.copy();
        copy.put("a", 2);
        var second = copy.copy();
        copy.put("a", 3);
        keys.replaceAll(key -> true, value -> 10 * value);
        assertThat(second.get("a")).contains(2);
        assertThat(copy.get("a")).contains(3);
        assertThat(keys.get("a")).contains(10);
        second.clear();
        second.put("b", 1);
        assertThat(copy.get("b")).isEmpty();
    }

    @Test
    void noMoreThanItsLimitAreRememberedAndTheKeyThatIsTouchedStays() {
        int all = 10 * RecentKeys.KEYS_MAX;
        for (int i = 0; i < all; i++) {
            keys.put("k" + i, i);
            keys.put("hot", i);
        }
        int remembered = 0;
        for (int i = 0; i < all; i++) {
            remembered += keys.get("k" + i).isPresent() ? 1 : 0;
        }
        assertThat(remembered).isBetween(RecentKeys.KEYS_MAX / 2, RecentKeys.KEYS_MAX - 1);
        assertThat(keys.get("k" + (all - 1))).contains(all - 1);
        assertThat(keys.get("hot")).contains(all - 1);
    }
}
