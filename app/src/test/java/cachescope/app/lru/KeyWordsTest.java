package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyWordsTest {
    @Test
    void aLongKeyInASentenceIsTellableByItsBeginningAndItsEnd() {
        assertThat(KeyWords.brief("user:7")).isEqualTo("user:7");
        assertThat(KeyWords.brief("repository/org/apache/maven/maven-settings/3.0/a.pom"))
                .hasSize(26)
                .startsWith("reposit…")
                .endsWith("settings/3.0/a.pom");
    }

    @ParameterizedTest(name = "{0} in {1} letters")
    @CsvSource({
        "user:1, 6, user:1",
        "user:1, 5, us…:1",
        "product:1, 5, pr…:1",
        "product:1, 3, 1",
        "product:1234, 5, 1234",
        "product:123456, 5, 1234…",
        "a/b/settings.xml, 5, sett…",
        "no-separator, 5, no-s…",
        "ends-with:, 5, ends…"
    })
    void whereThereIsLittleRoomAKeyIsToldByItsEndAndIfThatFitsByItsBeginning(
            String key, int letters, String words) {
        assertThat(KeyWords.fitting(key, letters * 6.1, 10)).isEqualTo(words);
    }
}
