package cachescope.app.stage;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Tier;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageLayoutTest {

    @ParameterizedTest(name = "{0} x {1}, {2} nodes")
    @CsvSource({
        "744,352,1",
        "744,352,3",
        "872,404,1",
        "872,404,3",
        "872,404,6",
        "744,352,8",
        "744,352,16",
        "872,404,8",
        "872,404,16",
        "1352,700,4",
        "1352,700,16"
    })
    void boxesStayInsideAndApart(double width, double height, int nodes) {
        var layout = new StageLayout(width, height, names(nodes));
        var boxes = List.copyOf(layout.boxes().values());
        for (var box : boxes) {
            assertThat(box.x()).isGreaterThanOrEqualTo(16);
            assertThat(box.right()).isLessThanOrEqualTo(width - 15);
            assertThat(box.y()).isGreaterThanOrEqualTo(StageLayout.TOP - 1);
            assertThat(box.bottom()).isLessThanOrEqualTo(height - StageLayout.BOTTOM + 1);
            assertThat(
                            boxes.stream()
                                    .filter(other -> !other.equals(box))
                                    .noneMatch(other -> meet(box, other)))
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0} wide")
    @CsvSource({"744", "872", "1352"})
    void lanesRunFromBoxToBox(double width) {
        var layout = new StageLayout(width, 404, names(2));
        var lane = layout.lane(Hop.APP_REDIS, "app-2");
        var app = layout.box(Place.app("app-2"));
        var redis = layout.box(Place.of(Tier.REDIS));
        assertThat(lane.at(0, 0).x()).isEqualTo(app.right());
        assertThat(lane.at(1, 0).x()).isEqualTo(redis.x());
        assertThat(lane.at(1, 0).y()).isEqualTo(redis.middle());
        assertThat(lane.at(0.5, 0).x()).isBetween(app.right(), redis.x());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"CLIENT", "EDGE", "LOAD_BALANCER", "REDIS", "DATABASE"})
    void findsTheTierAtAPoint(Tier tier) {
        var layout = new StageLayout(872, 404, names(1));
        var box = layout.box(Place.of(tier));
        assertThat(layout.placeAt(box.x() + 5, box.middle())).contains(Place.of(tier));
        assertThat(layout.placeAt(2, 2)).isEmpty();
    }

    private static boolean meet(Box a, Box b) {
        return a.x() < b.right() && b.x() < a.right() && a.y() < b.bottom() && b.y() < a.bottom();
    }

    private static List<String> names(int nodes) {
        return IntStream.rangeClosed(1, nodes).mapToObj(number -> "app-" + number).toList();
    }
}
