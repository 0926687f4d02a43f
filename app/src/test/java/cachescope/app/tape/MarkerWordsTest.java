package cachescope.app.tape;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Event;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Markers.Kind;
import cachescope.engine.projection.Markers.Marker;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class MarkerWordsTest {
    @Test
    void aChangeOfStrategySaysWhatChanged() {
        var event =
                new Event.StrategyChanged(
                        0, 0, "TTL 60 s to 5 s", JsonNodeFactory.instance.objectNode());
        assertThat(MarkerWords.of(new Marker(Kind.STRATEGY_CHANGED, event)))
                .isEqualTo("TTL 60 s to 5 s");
    }

    @Test
    void aChangeOfPaceSaysTheSpeed() {
        assertThat(pace(10, false)).isEqualTo("speed 10 ×");
        assertThat(pace(0, false)).isEqualTo("speed max");
        assertThat(pace(10, true)).isEqualTo("traffic held");
    }

    @Test
    void aTierThatIsBackIsNamed() {
        var event = new Event.TierRecovered(0, 0, Tier.DATABASE);
        assertThat(MarkerWords.of(new Marker(Kind.TIER_RECOVERED, event)))
                .isEqualTo("Database back");
    }

    @Test
    void aNodeIsNamed() {
        assertThat(
                        MarkerWords.of(
                                new Marker(
                                        Kind.NODE_STOPPED, new Event.NodeStopped(0, 0, "app-1"))))
                .isEqualTo("app-1 killed");
        assertThat(
                        MarkerWords.of(
                                new Marker(
                                        Kind.NODE_STARTED, new Event.NodeStarted(0, 0, "app-1"))))
                .isEqualTo("app-1 started");
    }

    private static String pace(double speed, boolean held) {
        return MarkerWords.of(
                new Marker(Kind.PACE_CHANGED, new Event.PaceChanged(0, 0, speed, held)));
    }
}
