package cachescope.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {
    private static List<String> sent(String statement) {
        var statements = new Statements();
        return statements.during(() -> {
            Statements.add(statement);
            return statements.sent();
        });
    }

    @Test
    void whatFitsIsKeptWhole() {
        var statement = "GET " + "é".repeat((Statements.LENGTH_MAX - 4) / 2);

        assertThat(sent(statement)).containsExactly(statement);
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "é", "☕", "😀"})
    void whatIsLongerIsCutBetweenCharactersSoThatItFits(String character) {
        var kept = sent("GET a" + character.repeat(1_000)).getFirst();

        assertThat(kept).matches("GET a(" + character + ")+…");
        assertThat(kept.getBytes(StandardCharsets.UTF_8).length)
                .isBetween(Statements.LENGTH_MAX - 4, Statements.LENGTH_MAX);
    }
}
