package cachescope.app.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fanout.FanOutLayout.Area;
import cachescope.app.fanout.FanOutLayout.Point;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FanOutLayoutTest {
    private static final double ROOM_OF_A_LINE = 13;

    @ParameterizedTest
    @CsvSource({"712,86", "404,140", "1100,300"})
    void upToSixteenNodesHaveTheirOwnRoom(double width, double height) {
        for (int count = 1; count <= FanOutLayout.NODES_MAX; count++) {
            var layout = new FanOutLayout(width, height, count);
            var areas = new ArrayList<Area>();
            for (int i = 0; i < count; i++) {
                var area = layout.node(i);
                assertThat(area.height()).as("%d nodes", count).isGreaterThan(ROOM_OF_A_LINE);
                assertThat(area.x()).isGreaterThanOrEqualTo(0);
                assertThat(area.y()).isGreaterThanOrEqualTo(0);
                assertThat(area.right()).isLessThanOrEqualTo(width + 1);
                assertThat(area.bottom()).isLessThanOrEqualTo(height + 1);
                for (var other : areas) {
                    assertThat(overlap(area, other)).as("%s and %s", area, other).isFalse();
                }
                areas.add(area);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 16})
    void aMessageGoesFromItsSenderOverTheChannelToTheEdgeOfANode(int count) {
        var layout = new FanOutLayout(712, 86, count);
        for (int to = 0; to < count; to++) {
            var way = layout.way(0, to);
            assertThat(way).extracting(Point::x).contains(layout.channel());
            assertThat(way.getLast()).isEqualTo(FanOutLayout.at(way, 1));
            assertThat(way.getFirst()).isEqualTo(FanOutLayout.at(way, 0));
            var end = way.getLast();
            assertThat(layout.nodeAt(end.x(), end.y())).isEqualTo(to);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 0.5, 0.75, 1})
    void thePointOfAShareLiesOnTheWay(double share) {
        var way = List.of(new Point(0, 0), new Point(10, 0), new Point(10, 30));
        var at = FanOutLayout.at(way, share);
        assertThat(at.x() + at.y()).isEqualTo(40 * share);
        assertThat(at.x()).isBetween(0.0, 10.0);
    }

    private static boolean overlap(Area one, Area other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }
}
