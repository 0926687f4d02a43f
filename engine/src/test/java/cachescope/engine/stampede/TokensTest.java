package cachescope.engine.stampede;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.simulation.SimulatedTasks;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TokensTest {
    @Test
    void noTwoTokensOfARunAreTheSame() {
        try (var tasks = new SimulatedTasks(7)) {
            var first = new Tokens("app-1", tasks);
            var second = new Tokens("app-2", tasks);
            var drawn = new ArrayList<String>();
            for (int i = 0; i < 1_000; i++) {
                drawn.add(first.next());
                drawn.add(second.next());
            }
            assertThat(drawn).doesNotHaveDuplicates();
            assertThat(drawn.getFirst()).matches("app-1-[0-9a-f]{16}");
        }
    }
}
