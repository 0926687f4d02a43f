package cachescope.engine.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnouncementTest {

    @Test
    void aKeyIsToldByWhatStandsBeforeAndAfterItsFirstColon() {
        assertThat(Announcement.ofKey("user:7", 3, "app-1@0", 2).text())
                .isEqualTo(
                        "{\"type\":\"user\",\"id\":\"7\",\"pattern\":null,\"sequence\":3,\"from\":\"app-1@0\",\"version\":2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user:7", "plain", "", ":7", "a:", "a:b:c", "::", "\"\n🦊"})
    void anyKeyComesBack(String key) {
        var read = Announcement.read(Announcement.ofKey(key, 9, "app-1@0", 4).text());
        assertThat(read).contains(Announcement.ofKey(key, 9, "app-1@0", 4));
        assertThat(read.orElseThrow().key()).contains(key);
    }

    @Test
    void aPatternComesBack() {
        var read = Announcement.read(Announcement.ofPattern("user:*", 9, "app-1@0").text());
        assertThat(read).contains(Announcement.ofPattern("user:*", 9, "app-1@0"));
        assertThat(read.orElseThrow().key()).isEmpty();
    }

    @Test
    void theVersionMayBeLeftOut() {
        var text = "{\"type\":\"user\",\"id\":\"7\",\"sequence\":1,\"from\":\"other\"}";
        assertThat(Announcement.read(text).orElseThrow().version()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''",
                "nonsense",
                "{",
                "null",
                "7",
                "[]",
                "{}",
                "'{\"type\":\"user\",\"id\":\"7\",\"sequence\":1}'",
                "'{\"type\":\"user\",\"id\":\"7\",\"from\":\"a\"}'",
                "'{\"type\":\"user\",\"sequence\":1,\"from\":\"a\"}'",
                "'{\"id\":\"7\",\"pattern\":\"*\",\"sequence\":1,\"from\":\"a\"}'",
                "'{\"id\":\"7\",\"sequence\":1.5,\"from\":\"a\"}'",
                "'{\"id\":\"7\",\"sequence\":99999999999999999999,\"from\":\"a\"}'",
                "'{\"id\":\"7\",\"sequence\":\"1\",\"from\":\"a\"}'"
            })
    void whatIsNoMessageIsNone(String text) {
        assertThat(Announcement.read(text)).isEmpty();
    }
}
