package cachescope.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticCluster;
import cachescope.app.fixture.SyntheticLog;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class CourseTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void theNodesAreThoseOfTheStrategyInForce() {
        var log = SyntheticCluster.of(1, 100, 100, 11, true);
        var fewer = JsonNodeFactory.instance.objectNode().put("nodes", 2);
        log.append(seq -> new Event.StrategyChanged(seq, 9 * SECOND, "nodes 11 to 2", fewer));
        var course = Frames.at(log, 0).whole().course();
        assertThat(course.nodesAt(0)).hasSize(11).endsWith("app-9", "app-10", "app-11");
        assertThat(course.nodesAt(9 * SECOND)).containsExactly("app-1", "app-2");
    }

    @Test
    void whereTheStrategyDoesNotSayTheNodesAreThoseThatServed() {
        var course = Frames.at(SyntheticLog.of(1, 100, 100, 12), 0).whole().course();
        assertThat(course.nodesAt(SECOND))
                .hasSize(12)
                .endsWith("app-9", "app-10", "app-11", "app-12");
        assertThat(Frames.at(new EventLog(), 0).whole().course().nodesAt(0)).isEmpty();
    }

    @Test
    void aNodeIsDownFromItsEndToItsStart() {
        var course =
                Frames.at(SyntheticCluster.of(1, 1_000, 200, 3, false), 0).whole().course().copy();
        assertThat(course.isDown("app-2", SyntheticCluster.DOWN_FROM - 1)).isFalse();
        assertThat(course.isDown("app-2", SyntheticCluster.DOWN_FROM)).isTrue();
        assertThat(course.isDown("app-2", SyntheticCluster.DOWN_TO)).isFalse();
        assertThat(course.isDown("app-1", SyntheticCluster.DOWN_FROM)).isFalse();
    }
}
