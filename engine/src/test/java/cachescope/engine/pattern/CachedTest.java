package cachescope.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cachescope.engine.event.CallKind;
import cachescope.engine.expiry.FixedExpiry;
import cachescope.engine.fixture.Workbench;
import cachescope.engine.pattern.Cached.Text;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CachedTest {
    private final Workbench bench = new Workbench();
    private int computations;

    private final Cached<Integer, Integer, IOException> square =
            new Cached<>(
                    bench.cache,
                    bench.tasks,
                    number -> "square of " + number,
                    new FixedExpiry(Duration.ofSeconds(10)),
                    new Text<>(Object::toString, Integer::valueOf),
                    this::slowSquare);

    private Integer slowSquare(Integer number) throws IOException {
        computations++;
        if (number < 0) {
            throw new IOException("no such number");
        }
        return number * number;
    }

    @Test
    void aResultIsComputedOnceForItsTime() throws Exception {
        assertThat(square.apply(7)).isEqualTo(49);
        assertThat(square.apply(7)).isEqualTo(49);
        assertThat(computations).isEqualTo(1);

        bench.pass(Duration.ofSeconds(10));
        square.apply(7);
        assertThat(computations).isEqualTo(2);
    }

    @Test
    void differentKeysAreDifferentResults() throws Exception {
        assertThat(square.apply(2)).isEqualTo(4);
        assertThat(square.apply(3)).isEqualTo(9);
    }

    @Test
    void aFailureIsPassedOnAndNotKept() {
        assertThatThrownBy(() -> square.apply(-1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> square.apply(-1)).isInstanceOf(IOException.class);
        assertThat(computations).isEqualTo(2);
    }

    @Test
    void withTheCacheLostTheFunctionIsCalledEachTime() throws Exception {
        bench.script.loseCache();

        assertThat(square.apply(7)).isEqualTo(49);
        assertThat(square.apply(7)).isEqualTo(49);
        assertThat(computations).isEqualTo(2);
    }

    @Test
    void aForgottenResultIsComputedAgain() throws Exception {
        square.apply(7);
        bench.pass(Duration.ofMillis(1));

        square.forget(7);
        square.apply(7);

        assertThat(computations).isEqualTo(2);
        bench.pass(Duration.ofMillis(1));
        square.apply(7);
        square.apply(7);
        assertThat(computations).isEqualTo(3);
    }

    @Test
    void aResultThatWasBegunBeforeItWasForgottenIsNotKept() throws Exception {
        bench.script.hold(CallKind.PUT, Duration.ofSeconds(1));
        var late =
                bench.begin(() -> {
                    try {
                        return square.apply(7);
                    } catch (IOException impossible) {
                        throw new AssertionError(impossible);
                    }
                });
        bench.pass(Duration.ofMillis(1));
        square.forget(7);
        bench.pass(Duration.ofSeconds(1));

        assertThat(late.answer()).isEqualTo(49);
        assertThat(bench.memory.get("square of 7")).isEmpty();
    }
}
