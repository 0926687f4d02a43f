package cachescope.app.lru;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final double FAR = 1e18;

    @Test
    void aLineTakesItsTimeOnTheScreenHoweverShortTheCallWas() {
        double line = Timeline.LINE_NANOS;
        assertThat(Timeline.at(5, 0, FAR, 1)).isEqualTo(new Timeline(0, 0));
        assertThat(Timeline.at(5, 2.9 * line, FAR, 1).step()).isEqualTo(2);
        assertThat(Timeline.at(5, 2.9 * line * 0.001, FAR, 0.001).step()).isEqualTo(2);
        assertThat(Timeline.at(5, 6 * line, FAR, 1)).isEqualTo(Timeline.end(5));
    }

    @Test
    void linesHurryWhereTheNextCallComesSoon() {
        double room = 2 * Timeline.LINE_NANOS;
        assertThat(Timeline.at(4, room * 0.8, room, 1).step()).isEqualTo(3);
        assertThat(Timeline.at(4, room, room, 1)).isEqualTo(Timeline.end(4));
    }

    @Test
    void whereNothingCouldBeFollowedOnlyTheEndIsShown() {
        assertThat(Timeline.at(4, 0, Timeline.LEAST_NANOS * 0.9, 1)).isEqualTo(Timeline.end(4));
        assertThat(Timeline.at(0, 0, FAR, 1)).isEqualTo(Timeline.end(0));
    }
}
