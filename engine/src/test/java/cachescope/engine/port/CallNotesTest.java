package cachescope.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallNotesTest {
    private static List<String> sent(String statement) {
        var statements = new CallNotes();
        return statements.during(() -> {
            CallNotes.sent(statement);
            return statements.sent();
        });
    }

    @Test
    void whatFitsIsKeptWhole() {
        var statement = "GET " + "é".repeat((CallNotes.STATEMENT_BYTES_MAX - 4) / 2);

        assertThat(sent(statement)).containsExactly(statement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "é", "☕", "😀"})
    void whatIsLongerIsCutBetweenCharactersSoThatItFits(String character) {
        var kept = sent("GET a" + character.repeat(1_000)).getFirst();

        assertThat(kept).matches("GET a(" + character + ")+…");
        assertThat(kept.getBytes(StandardCharsets.UTF_8).length)
                .isBetween(CallNotes.STATEMENT_BYTES_MAX - 4, CallNotes.STATEMENT_BYTES_MAX);
    }
}
