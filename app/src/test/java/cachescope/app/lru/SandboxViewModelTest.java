package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.strategy.EvictionName;
import java.util.ArrayDeque;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SandboxViewModelTest {
    private final SandboxViewModel model = new SandboxViewModel();

    @Test
    void commandsMoveTheListAndAnswer() {
        assertThat(end()).isEqualTo("C B A");
        model.type("get A");
        assertThat(model.answerProperty().get()).isEqualTo("A = 1.");
        assertThat(end()).isEqualTo("A C B");
        model.type("put D 4");
        model.type("put E 5");
        assertThat(model.answerProperty().get()).isEqualTo("E is held, and B had to leave.");
        assertThat(end()).isEqualTo("E D A C");
        model.type("capacity 2");
        assertThat(model.answerProperty().get()).contains("C, A had to leave");
        assertThat(end()).isEqualTo("E D");
        model.type("remove E");
        assertThat(end()).isEqualTo("D");
    }

    @Test
    void linesAreGoneThroughByHandInBothDirections() {
        model.type("get A");
        model.step(-100);
        assertThat(model.pictureProperty().get().step()).isZero();
        model.step(1);
        assertThat(model.pictureProperty().get().current().line())
                .isEqualTo("node.previous.next = node.next");
        model.step(-1);
        assertThat(model.pictureProperty().get().step()).isZero();
    }

    @Test
    void aCommandPlaysToItsEnd() {
        model.type("get A");
        model.look(1_000);
        assertThat(model.pictureProperty().get().step()).isZero();
        model.look(1_000 + (long) (1.5 * Timeline.LINE_NANOS));
        assertThat(model.pictureProperty().get().step()).isEqualTo(1);
        model.look(1_000 + (long) (20 * Timeline.LINE_NANOS));
        var picture = model.pictureProperty().get();
        assertThat(picture.step()).isEqualTo(picture.steps().size() - 1);
        assertThat(picture.share()).isEqualTo(1);
    }

    @Test
    void earlierCommandsComeBack() {
        model.type("get A");
        model.type("get B");
        model.type("nonsense");
        assertThat(model.recall(-1)).isEqualTo("nonsense");
        assertThat(model.recall(-1)).isEqualTo("get B");
        assertThat(model.recall(-5)).isEqualTo("get A");
        assertThat(model.recall(1)).isEqualTo("get B");
        assertThat(model.recall(9)).isEmpty();
    }

    @Test
    void aBadCommandChangesNothing() {
        assertThat(model.type("get")).isFalse();
        assertThat(model.refusedProperty().get()).isTrue();
        assertThat(end()).isEqualTo("C B A");
    }

    @ParameterizedTest
    @EnumSource(value = EvictionName.class, mode = EnumSource.Mode.EXCLUDE, names = "OPT")
    void everyPolicyCanBeTried(EvictionName eviction) {
        model.begin(eviction);
        var random = new SplittableRandom(7);
        for (int i = 0; i < 60; i++) {
            var key = "k" + random.nextInt(8);
            model.type(random.nextBoolean() ? "get " + key : "put " + key + " 1");
            model.step(100);
            assertThat(model.pictureProperty().get().current().order().size())
                    .isLessThanOrEqualTo(4);
        }
    }

    @Test
    void theListIsThatOfANaiveModel() {
        var naive = new ArrayDeque<>(Stream.of("C", "B", "A").toList());
        var random = new SplittableRandom(11);
        for (int i = 0; i < 200; i++) {
            var key = Character.toString('A' + random.nextInt(7));
            boolean put = random.nextBoolean();
            model.type(put ? "put " + key + " 1" : "get " + key);
            if (put || naive.contains(key)) {
                naive.remove(key);
                naive.addFirst(key);
            }
            if (naive.size() > 4) {
                naive.removeLast();
            }
            assertThat(end()).isEqualTo(String.join(" ", naive));
        }
    }

    /** The list behind the last line. */
    private String end() {
        model.step(100);
        return String.join(" ", model.pictureProperty().get().current().order().head());
    }
}
