package cachescope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.event.Answer;
import cachescope.engine.event.CallKind;
import cachescope.engine.event.Event;
import cachescope.engine.event.Operation;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Markers.Kind;
import cachescope.engine.projection.Markers.Marker;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkersTest {
    private final Script script = new Script().run("live", 1);

    @Test
    void ofATierThatFailsTheFirstFailureAndTheRecoveryAreMarked() {
        for (int call = 0; call < 3; call++) {
            script.call(call, 0, Tier.REDIS, CallKind.GET, "a", call)
                    .callFailed(call, call + 5, "CacheUnavailable");
        }
        script.recovered(Tier.REDIS, 20);
        script.call(9, 0, Tier.REDIS, CallKind.GET, "a", 21).callFailed(9, 22, "CacheUnavailable");

        assertThat(kinds())
                .containsExactly(Kind.TIER_FAILED, Kind.TIER_RECOVERED, Kind.TIER_FAILED);
    }

    @Test
    void theFirstStaleReadIsMarkedAndNoOther() {
        script.read(0, "a", 1).ended(0, 2, Answer.HIT, 1, 5, null);
        script.read(1, "a", 1).ended(1, 3, Answer.HIT, 1, 5, null);

        assertThat(script.fold(new Markers()).all())
                .singleElement()
                .satisfies(marker -> assertThat(marker.at()).isEqualTo(2))
                .extracting(Marker::kind)
                .isEqualTo(Kind.FIRST_STALE_READ);
    }

    @Test
    void aWriteThatWasRejectedIsMarkedAndAFailedReadIsNot() {
        script.request(0, Operation.WRITE, "a", 1, 1).failed(0, 2, null, "WriteRejected");
        script.read(1, "a", 3).failed(1, 4, Answer.UNANSWERED, "DatabaseUnavailable");

        assertThat(kinds()).containsExactly(Kind.WRITE_REJECTED);
    }

    @Test
    void aBurstOfLoadsOfOneKeyIsMarkedOnce() {
        for (int burst = 0; burst < 2; burst++) {
            for (int i = 0; i < 6; i++) {
                script.call(10 * burst + i, i, Tier.DATABASE, CallKind.READ, "a", i);
            }
            for (int i = 0; i < 6; i++) {
                script.recordRead(10 * burst + i, 100 + i, true);
            }
        }

        assertThat(kinds()).containsExactly(Kind.LOAD_BURST);
    }

    @Test
    void readsThatFillNoCacheAreNoBurst() {
        for (int i = 0; i < 6; i++) {
            script.call(i, i, Tier.DATABASE, CallKind.READ, "a", i);
        }
        for (int i = 0; i < 6; i++) {
            script.recordRead(i, 100 + i, false);
        }

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aBurstLongAfterTheLastIsMarkedAgain() {
        for (int burst = 0; burst < 2; burst++) {
            long at = 2L * burst * Markers.BURST_QUIET_NANOS;
            for (int i = 0; i < Markers.BURST_LOADS; i++) {
                script.call(10 * burst + i, i, Tier.DATABASE, CallKind.READ, "a", at);
            }
            for (int i = 0; i < Markers.BURST_LOADS; i++) {
                script.recordRead(10 * burst + i, at + 5, true);
            }
        }

        assertThat(kinds()).containsExactly(Kind.LOAD_BURST, Kind.LOAD_BURST);
    }

    @Test
    void anEvictionStormIsMarkedOnceAndNotTheEvictionsOfALongTime() {
        long second = 1_000_000_000L;
        for (int i = 0; i < 150; i++) {
            script.call(i, 0, Tier.REDIS, CallKind.PUT, "a", i * second).evicted(i, i * second);
        }
        assertThat(kinds()).isEmpty();
        for (int i = 0; i < 500; i++) {
            long at = 200 * second + i * 1_000L;
            script.call(200 + i, 0, Tier.REDIS, CallKind.PUT, "a", at).evicted(200 + i, at);
        }

        assertThat(kinds()).containsExactly(Kind.EVICTION_STORM);
    }

    @Test
    void aCopyGoesOnAsTheOriginalDoes() {
        for (int i = 0; i < 3; i++) {
            script.call(i, i, Tier.DATABASE, CallKind.READ, "a", i);
        }
        var copy = script.fold(new Markers()).copy();
        int known = script.events().size();
        script.call(3, 3, Tier.DATABASE, CallKind.READ, "a", 3);
        for (int i = 0; i < 4; i++) {
            script.recordRead(i, 10 + i, true);
        }
        script.events().stream().skip(known).forEach(copy);

        assertThat(copy.all()).isEqualTo(script.fold(new Markers()).all()).hasSize(1);
    }

    @Test
    void beyondTheLimitMarkersAreOnlyCounted() {
        for (int i = 0; i < Markers.MARKERS_MAX + 7; i++) {
            int at = i;
            script.add(seq -> new Event.PaceChanged(seq, at, 1, false));
        }

        var markers = script.fold(new Markers());

        assertThat(markers.all()).hasSize(Markers.MARKERS_MAX);
        assertThat(markers.dropped()).isEqualTo(7);
    }

    private List<Kind> kinds() {
        return script.fold(new Markers()).all().stream().map(Marker::kind).toList();
    }

    @Test
    void aLongRunIsNotAllBursts() {
        for (int burst = 0; burst < 1_000; burst++) {
            long at = 10L * burst * Markers.BURST_QUIET_NANOS;
            for (int i = 0; i < Markers.BURST_LOADS; i++) {
                script.call(10 * burst + i, i, Tier.DATABASE, CallKind.READ, "a", at);
            }
            for (int i = 0; i < Markers.BURST_LOADS; i++) {
                script.recordRead(10 * burst + i, at + 5, true);
            }
        }
        var markers = script.fold(new Markers());
        markers.accept(new Event.Disturbed(0, Long.MAX_VALUE / 2, "app-2 is killed"));

        assertThat(markers.all().stream().map(Markers.Marker::kind).toList())
                .hasSizeBetween(100, 250)
                .endsWith(Kind.LOAD_BURST, Kind.DISTURBED);
        assertThat(markers.dropped()).isZero();
    }
}
