package cachescope.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlayheadTest {
    private static final long SECOND = 1_000_000_000L;

    private final Playhead playhead = new Playhead();

    @Test
    void keepsTheRateWithinItsBounds() {
        playhead.rateProperty().set(0);
        assertThat(playhead.rate()).isEqualTo(Playhead.RATE_MIN);
        playhead.rateProperty().set(1e9);
        assertThat(playhead.rate()).isEqualTo(Playhead.RATE_MAX);
    }

    @Test
    void anotherRateLeavesTheLiveEdge() {
        playhead.rateProperty().set(0.5);
        assertThat(playhead.isFollowing()).isFalse();
        playhead.toLiveEdge();
        assertThat(playhead.rate()).isEqualTo(1);
        assertThat(playhead.isFollowing()).isTrue();
    }

    @Test
    void followsTheLiveEdgeAgainWhenItReachesIt() {
        playhead.seek(0);
        playhead.rateProperty().set(10);
        playhead.advance(SECOND, 20 * SECOND, LogEnd.LIVE);
        assertThat(playhead.isFollowing()).isFalse();
        assertThat(playhead.time()).isEqualTo(10 * SECOND);
        playhead.advance(SECOND, 20 * SECOND, LogEnd.LIVE);
        assertThat(playhead.isFollowing()).isTrue();
        assertThat(playhead.time()).isEqualTo(20 * SECOND - Playhead.LIVE_LAG_NANOS);
    }

    @Test
    void catchesUpWhenTheLiveEdgeHasRunAway() {
        playhead.toLiveEdge();
        playhead.advance(SECOND / 60, 30 * SECOND, LogEnd.LIVE);
        assertThat(playhead.time()).isEqualTo(30 * SECOND - Playhead.LIVE_LAG_NANOS);
    }

    @Test
    void standsStillWhilePaused() {
        playhead.seek(3 * SECOND);
        playhead.pause();
        playhead.advance(SECOND, 30 * SECOND, LogEnd.LIVE);
        assertThat(playhead.time()).isEqualTo(3 * SECOND);
    }

    @Test
    void seeksNoFurtherBackThanTheStart() {
        playhead.seek(-5);
        assertThat(playhead.time()).isZero();
    }

    @Test
    void waitsForALogThatIsBeingRead() {
        playhead.seek(0);
        for (int second = 0; second < 10; second++) {
            playhead.advance(SECOND, 3 * SECOND, LogEnd.LOADING);
        }
        assertThat(playhead.time()).isEqualTo(3 * SECOND);
        assertThat(playhead.isPlaying()).isTrue();
        assertThat(playhead.isFollowing()).isFalse();
        playhead.advance(SECOND, 9 * SECOND, LogEnd.LOADING);
        assertThat(playhead.time()).isEqualTo(4 * SECOND);
    }

    @Test
    void doesNotGoBackWhereTheLogIsShorterThanTheTimeSought() {
        playhead.seek(8 * SECOND);
        playhead.advance(SECOND, 3 * SECOND, LogEnd.LOADING);
        assertThat(playhead.time()).isEqualTo(8 * SECOND);
    }
}
