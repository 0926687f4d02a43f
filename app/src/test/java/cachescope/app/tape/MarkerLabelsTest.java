package cachescope.app.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkerLabelsTest {
    private static final double LETTER = 6;

    @Test
    void wordsWithRoomStandBesideTheirMark() {
        var labels = place(List.of(10.0, 200.0), List.of("TTL 60 s", "Redis lost"), 400);
        assertThat(labels)
                .extracting(MarkerLabels.Label::words)
                .containsExactly("TTL 60 s", "Redis lost");
        assertThat(labels.getFirst().x()).isEqualTo(10 + MarkerLabels.OFFSET);
    }

    @Test
    void wordsWithoutRoomAreLeftOut() {
        assertThat(
                        place(List.of(0.0, 100.0), List.of("strategy changed", "speed 2 ×"), 400)
                                .getFirst()
                                .words())
                .isEmpty();
    }

    @Test
    void noTwoLabelsTouch() {
        var marks = List.of(0.0, 5.0, 60.0, 61.0, 130.0, 390.0);
        var words =
                List.of(
                        "first stale read",
                        "TTL 5 min to 1 min",
                        "Redis lost",
                        "Redis back",
                        "write rejected",
                        "end");
        var labels = place(marks, words, 400);
        for (int i = 0; i + 1 < labels.size(); i++) {
            double end = labels.get(i).x() + labels.get(i).words().length() * LETTER;
            assertThat(labels.get(i).words().isEmpty() ? 0 : end).isLessThan(marks.get(i + 1));
        }
    }

    private static List<MarkerLabels.Label> place(
            List<Double> marks, List<String> words, double end) {
        return MarkerLabels.place(marks, words, end, text -> text.length() * LETTER);
    }
}
