package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastVersionsTest {
    private static final String LONG = "k".repeat((int) (LastVersions.CHARACTERS_MAX / 2));

    @Test
    void theKeyNotedLongestAgoIsForgottenFirst() {
        var versions = new LastVersions(2);
        versions.note("a", 7);
        versions.note("b", 5);
        versions.note("a", 6);
        versions.note("c", 4);

        assertThat(versions.of("a")).isEqualTo(7);
        assertThat(versions.of("b")).isZero();
        assertThat(versions.highestForgotten()).isEqualTo(5);
    }

    @Test
    void fewerAreRememberedWhereKeysAreLong() {
        var versions = new LastVersions(100);
        versions.note(LONG + "a", 7);
        versions.note(LONG + "a", 8);
        versions.note(LONG + "b", 5);

        assertThat(versions.of(LONG + "a")).isZero();
        assertThat(versions.of(LONG + "b")).isEqualTo(5);
    }
}
