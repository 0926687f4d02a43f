package cachescope.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.SyntheticLog;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.History;
import cachescope.engine.projection.Timeline;
import cachescope.engine.projection.Timeline.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FollowerTest {
    @Test
    void whatIsPublishedWhileTheLogGrowsIsTrueAndStaysAsItIs() {
        try (var log = new EventLog(History.SPILL, 8_192);
                var follower = Follower.of(log)) {
            var appended =
                    CompletableFuture.runAsync(() -> SyntheticLog.into(log, 3, 40_000, 2_000, 3));
            var seen = new ArrayList<Follower.Published>();
            while (!appended.isDone() || follower.published().endSeq() < log.size()) {
                var published = follower.published();
                if (seen.isEmpty() || seen.getLast().endSeq() < published.endSeq()) {
                    seen.add(published);
                }
                Thread.onSpinWait();
            }
            appended.join();
            seen.add(follower.published());

            assertThat(seen).hasSizeGreaterThan(3);
            assertThat(seen.getLast().whole().course().ended()).isTrue();
            for (var published : List.of(seen.get(1), seen.get(seen.size() / 2), seen.getLast())) {
                assertThat(figures(published.whole()))
                        .isEqualTo(figures(folded(log, published.endSeq())));
            }
        }
    }

    private static Whole folded(EventLog log, long end) {
        var whole = new Whole();
        log.read(0, (int) end, whole::accept);
        return whole;
    }

    private static List<Object> figures(Whole whole) {
        var figures = new ArrayList<Object>();
        var timeline = whole.timeline();
        figures.add(timeline.bucketNanos());
        figures.add(timeline.size());
        for (int bucket = 0; bucket < Timeline.BUCKETS; bucket++) {
            for (var series : Series.values()) {
                figures.add(timeline.count(series, bucket));
            }
            figures.add(timeline.readLatency(bucket, 0.5));
            figures.add(timeline.readLatency(bucket, 0.99));
        }
        figures.addAll(whole.markers().all());
        figures.add(whole.course().nodes());
        figures.add(whole.course().requests());
        figures.add(whole.course().strategyAt(0));
        return figures;
    }
}
