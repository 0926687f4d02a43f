package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.app.lru.Command.BadCommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandTest {

    @Test
    void commandsAreRead() throws BadCommandException {
        assertThat(Command.parse(" get  B ")).isEqualTo(new Command.Get("B"));
        assertThat(Command.parse("PUT D 4")).isEqualTo(new Command.Put("D", "4"));
        assertThat(Command.parse("remove B")).isEqualTo(new Command.Remove("B"));
        assertThat(Command.parse("capacity 5")).isEqualTo(new Command.Capacity(5));
        assertThat(Command.parse("clear")).isEqualTo(new Command.Clear());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|Expected get KEY",
                "fetch B|Unknown command \"fetch\"",
                "get|takes one word, but found 0",
                "put D|takes two words, but found 1",
                "clear all|takes nothing, but found 1",
                "capacity 0|expected a whole number from 1 to 40, but found 0",
                "capacity -1|but found -1",
                "capacity 99999999999|but found 99999999999",
                "capacity many|but found many",
                "get aaaaaaaaaabbbbbbbbbbccccccccccddddddddddX|at most 40 letters"
            })
    void whatIsWrongIsSaid(String text, String sentence) {
        assertThatThrownBy(() -> Command.parse(text))
                .isInstanceOf(BadCommandException.class)
                .hasMessageContaining(sentence)
                .message()
                .endsWith(".");
    }
}
