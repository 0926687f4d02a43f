package cachescope.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTextTest {

    @Test
    void plainArgumentsAndJsonStandAsTheyAre() {
        assertThat(CommandText.of("SET", "user:7", "{\"name\":\"Ada Lovelace\"}", "PX", "60000"))
                .isEqualTo("SET user:7 {\"name\":\"Ada Lovelace\"} PX 60000");
    }

    @Test
    void whatWouldNotSurviveOnALineIsQuoted() {
        assertThat(CommandText.of("GET", "a b")).isEqualTo("GET \"a b\"");
        assertThat(CommandText.of("GET", "")).isEqualTo("GET \"\"");
        assertThat(CommandText.of("GET", "\"a\\\n\r\t\0\u007f"))
                .isEqualTo("GET \"\\\"a\\\\\\n\\r\\t\\x00\\x7f\"");
        assertThat(CommandText.of("GET", "naïve🦊")).isEqualTo("GET naïve🦊");
    }

    @Test
    void aLongArgumentIsCutSoThatTheOthersAreSeen() {
        assertThat(CommandText.of("SET", "x".repeat(1_000_000), "PX", "1"))
                .hasSizeLessThan(400)
                .endsWith("x… PX 1");
    }
}
