package cachescope.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "user:*, user:7, true",
                "user:*, item:7, false",
                "*, \"\", true",
                "\"\", \"\", true",
                "\"\", a, false",
                "a?c, abc, true",
                "a?c, ac, false",
                "*b*c, aabbc, true",
                "*b*c, aabbd, false",
                "h[ae]llo, hello, true",
                "h[^e]llo, hello, false",
                "h[^e]llo, hallo, true",
                "h[a-c]llo, hbllo, true",
                "h[c-a]llo, hbllo, true",
                "[], a, false",
                "a\\*, a*, true",
                "a\\*, ab, false",
                "[\\]], ], true",
                "[abc, b, true",
                "a\\, a\\, true",
                "**a, aa, true"
            })
    void meansWhatRedisMeans(String glob, String key, boolean matches) {
        assertThat(new Glob(glob).matches(key)).isEqualTo(matches);
    }

    @Test
    void manyStarsCostNoMoreThanTheLengths() {
        var glob = new Glob("*a".repeat(50) + "b");
        assertThat(glob.matches("a".repeat(20_000))).isFalse();
    }
}
