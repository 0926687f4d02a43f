package cachescope.engine.strategy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, true", "4, false"})
    void theBeginningIsInItAndTheEndIsNot(long at, boolean inside) {
        assertThat(new Span(2, 4).contains(at)).isEqualTo(inside);
    }

    @Test
    void theWholeRunIsFromItsStartToItsEnd() {
        assertThat(Span.WHOLE_RUN.contains(0)).isTrue();
        assertThat(Span.WHOLE_RUN.contains(Long.MAX_VALUE - 1)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-1, 4", "4, 4", "5, 4"})
    void whatIsNoSpanIsRefused(long from, long to) {
        assertThatThrownBy(() -> new Span(from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a span must end after it begins");
    }
}
