package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListLayoutTest {

    @ParameterizedTest(name = "{0} x {1}, {2} places")
    @CsvSource({"436,80,6", "436,80,300", "560,130,42", "520,88,20", "560,130,3", "1200,200,300"})
    void everyPlaceLiesInside(double width, double height, int wanted) {
        var layout = new ListLayout(width, height, wanted);
        for (int i = 0; i < layout.places(); i++) {
            var place = layout.place(i);
            assertThat(place.x()).isNotNegative();
            assertThat(place.right()).isLessThanOrEqualTo(width);
            assertThat(place.y() - layout.lift()).isGreaterThanOrEqualTo(-1);
            assertThat(place.bottom()).isLessThanOrEqualTo(height);
        }
    }

    @Test
    void neighboursStandSideBySide() {
        var layout = new ListLayout(560, 130, 36);
        for (int i = 1; i < layout.places(); i++) {
            var one = layout.place(i - 1);
            var other = layout.place(i);
            assertThat(one.y() == other.y() || one.x() == other.x()).as("place %d", i).isTrue();
        }
    }

    @Test
    void aboutFortyNodesAreSeenInFullAtEase() {
        assertThat(new ListLayout(560, 130, 42).places()).isEqualTo(42);
    }
}
