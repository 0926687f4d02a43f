package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyWordsTest {
    @Test
    void aLongKeyInASentenceIsTellableByItsBeginningAndItsEnd() {
        assertThat(KeyWords.brief("user:7")).isEqualTo("user:7");
        assertThat(KeyWords.brief("repository/org/apache/maven/maven-settings/3.0/a.pom"))
                .hasSize(26)
                .startsWith("reposit…")
                .endsWith("settings/3.0/a.pom");
    }
}
