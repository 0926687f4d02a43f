package cachescope.app.stampede;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class ExpectedTest {
    private static final double LOAD = 20e6;

    @Test
    void withoutAGuardAllThatArriveDuringOneLoadLoadToo() {
        var expected = Expected.of(guard("none"), 200, LOAD);
        assertThat(expected.loads()).isEqualTo(5.0);
        assertThat(expected.formula()).isEqualTo("no guard: 1 + L·d = 1 + 200/s × 20.0 ms");
    }

    @Test
    void xfetchLetsAFewLoadThatDependOnBetaAlone() {
        assertThat(Expected.of(guard("xfetch"), 200, LOAD).loads()).isEqualTo(Math.E);
        var late = guard("xfetch").put("beta", 0.5);
        assertThat(Expected.of(late, 9, LOAD).loads()).isCloseTo(7.389, within(0.001));
        assertThat(Expected.of(late, 9, LOAD).formula()).contains("e^(1/0.5)");
        var taught = guard("taught-xfetch").put("beta", 0.5);
        assertThat(Expected.of(taught, 9, LOAD).loads()).isEqualTo(Math.E);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lock", "lease", "locked-xfetch", "background"})
    void theOthersLetOneLoad(String guard) {
        assertThat(Expected.of(guard(guard), 200, LOAD).loads()).isEqualTo(1.0);
    }

    @Test
    void whatIsNotMeasuredYetIsADash() {
        var expected = Expected.of(guard("none"), Double.NaN, Double.NaN);
        assertThat(expected.words()).isEqualTo("–");
        assertThat(expected.formula()).isEqualTo("no guard: 1 + L·d");
    }

    private static ObjectNode guard(String name) {
        return JsonNodeFactory.instance.objectNode().put("guard", name);
    }
}
