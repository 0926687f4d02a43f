package cachescope.engine.traffic.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void whatCannotBePrintedIsADot() {
        assertThat(Excerpt.of("a\0b\u001B[31m\n\u202Ec\uD83D\uDE00"))
                .isEqualTo("\"a.b.[31m..c\uD83D\uDE00\"");
    }

    @Test
    void aLongTextIsCutBetweenCharacters() {
        assertThat(Excerpt.of("\uD83D\uDE00".repeat(50)))
                .isEqualTo("\"" + "\uD83D\uDE00".repeat(40) + "...\"");
    }
}
