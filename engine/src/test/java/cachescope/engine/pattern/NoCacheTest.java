package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.port.DatabaseUnavailable;
import cachescope.engine.port.Versioned;
import org.junit.jupiter.api.Test;

class NoCacheTest {
    private final Workbench bench = new Workbench();
    private final Pattern pattern = new NoCache(bench.records);

    @Test
    void everyReadAndWriteGoesToTheDatabaseAlone() throws Exception {
        assertThat(bench.ask(() -> pattern.write("k", "value"))).isEqualTo(1);
        assertThat(bench.ask(() -> pattern.read("k"))).isEqualTo(new Versioned(1, "value"));
        assertThat(bench.ask(() -> pattern.delete("k"))).isEqualTo(2);
        assertThat(bench.script.calls()).containsExactly("WRITE k", "READ k", "DELETE k");
    }

    @Test
    void withTheDatabaseLostNothingIsServed() {
        bench.script.refuse(CallKind.READ);

        assertThatThrownBy(() -> bench.ask(() -> pattern.read("k")))
                .isInstanceOf(DatabaseUnavailable.class);
    }
}
