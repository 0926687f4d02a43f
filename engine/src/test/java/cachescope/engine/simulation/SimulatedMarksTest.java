package cachescope.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.fixture.MarksContract;
import cachescope.engine.port.Marks;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedMarksTest extends MarksContract {
    private final SimulatedMarks marks = new SimulatedMarks();

    @Override
    protected Marks marks() {
        return marks;
    }

    @Test
    void theOneUsedLongestAgoIsEvicted() {
        marks.set(List.of("a"), 1);
        marks.set(List.of("b"), 2);
        marks.read(List.of("a"), 0);
        marks.resize(1);
        assertThat(marks.read(List.of("a", "b"), 0)).containsExactly(1L, 0L);
    }
}
