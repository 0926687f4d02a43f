package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderTest {

    @ParameterizedTest(name = "{0} keys in {1} places")
    @CsvSource({"0,6", "1,6", "4,6", "5,6", "40,42", "41,42", "300,14", "100000,9"})
    void itTakesNoMorePlacesThanThereAre(int keys, int places) {
        var order = Order.of(keys(keys));
        var cells = order.cells(places);
        assertThat(cells)
                .hasSizeLessThanOrEqualTo(places)
                .startsWith(Cell.HEAD)
                .endsWith(Cell.TAIL);
        assertThat(cells.contains(Cell.FOLD)).isEqualTo(keys + 2 > places);
        assertThat(cells).doesNotHaveDuplicates();
        assertThat(order.size()).isEqualTo(keys);
    }

    @Test
    void aFoldedListShowsBothItsEnds() {
        assertThat(Order.of(keys(300)).cells(9))
                .containsExactly(
                        Cell.HEAD,
                        Cell.of("k0"),
                        Cell.of("k1"),
                        Cell.of("k2"),
                        Cell.of("k3"),
                        Cell.FOLD,
                        Cell.of("k298"),
                        Cell.of("k299"),
                        Cell.TAIL);
    }

    @Test
    void aKeyGoesInAndOutWhereverItStands() {
        var order = Order.of(keys(300));
        assertThat(order.without("k299").atTail("k299")).isEqualTo(order);
        assertThat(order.without("k3").behind("k2", "k3")).isEqualTo(order);
        assertThat(order.without("k150").behind("k149", "k150")).isEqualTo(order);
        assertThat(order.behind("", "new").cells(7).get(1)).isEqualTo(Cell.of("new"));
        assertThat(order.before("k0")).isEqualTo(Cell.HEAD);
        assertThat(order.behind("k299")).isEqualTo(Cell.TAIL);
        assertThat(order.before("k150")).isEqualTo(Cell.FOLD);
    }

    private static List<String> keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i).toList();
    }
}
