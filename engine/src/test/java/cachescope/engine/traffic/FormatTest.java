package cachescope.engine.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {

    @ParameterizedTest
    @EnumSource
    void aFormatIsFoundByItsNameAndCarriesOperationAndKey(Format format) {
        assertThat(Format.named(format.label())).contains(format);
        assertThat(format.fields()).contains("op", "key");
        assertThat(format.recognisedBy()).isNotBlank();
    }
}
