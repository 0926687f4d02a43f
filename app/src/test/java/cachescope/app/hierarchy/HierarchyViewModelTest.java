package cachescope.app.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticLog;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Tier;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HierarchyViewModelTest {
    private static final long SECOND = 1_000_000_000L;
    private final HierarchyViewModel model = new HierarchyViewModel();
    private final EventLog log = SyntheticLog.withChanges(1, 4_000, 1_000);

    @Test
    void theRungsStandFromTheFastestToTheSlowest() {
        var rows = model.rowsProperty().get();
        assertThat(rows).extracting(Row::level).containsExactly(Level.values());
        assertThat(rows).isSortedAccordingTo((a, b) -> Double.compare(to(a), to(b)));
        assertThat(rows)
                .extracting(row -> row.level().typical().words())
                .containsExactly(
                        "1 ns", "3–10 ns", "10–20 ns", "100 ns", "1 ms", "10–50 ms", "10–100 ms");
    }

    private static double to(Row row) {
        return row.level().typical().to();
    }

    @Test
    void whatWasNotCalledHasNoFigures() {
        model.show(Frames.at(new EventLog(), 0));
        assertThat(model.rowsProperty().get())
                .allSatisfy(row -> {
                    assertThat(row.p50()).isEqualTo("–");
                    assertThat(row.p99()).isEqualTo("–");
                    assertThat(row.calls()).isEqualTo("–");
                    assertThat(row.aloud()).doesNotContain("In this run");
                });
    }

    @Test
    void theFiguresAreOfTheCallsUpToThePlayhead() {
        model.show(Frames.at(log, 2 * SECOND));
        var redis = row(Level.REDIS);
        assertThat(redis.measured().calls()).isEqualTo(calls(2 * SECOND));
        assertThat(redis.p50()).matches("6\\d µs");
        assertThat(redis.p99()).matches("[89]\\d µs");
        assertThat(row(Level.DATABASE).p50()).isEqualTo("20 ms");
        assertThat(row(Level.CDN).calls()).isEqualTo("–");

        model.show(Frames.at(log, SECOND));
        assertThat(row(Level.REDIS).measured().calls()).isEqualTo(calls(SECOND));
    }

    @Test
    void whatWasAddedToTheDatabaseIsSaid() {
        model.show(Frames.at(log, 2 * SECOND));
        assertThat(model.remarkProperty().get())
                .isEqualTo("until 00:02.000, the database with 20 ms added");
        model.show(Frames.at(log, 0));
        assertThat(model.remarkProperty().get()).isEqualTo("until 00:00.000");
    }

    @Test
    void aRowIsReadAloudWithItsFigures() {
        model.show(Frames.at(log, 2 * SECOND));
        assertThat(row(Level.REDIS).aloud())
                .startsWith("Redis: A cache that all nodes share")
                .containsPattern("In this run: p50 6\\d µs, p99 [89]\\d µs, [\\d,]+ calls\\.");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void everyRungSaysWhatItIsInASentence(Level level) {
        assertThat(level.sentence()).endsWith(".");
        assertThat(level.size()).isNotBlank();
        assertThat(level.use()).isNotBlank();
    }

    private Row row(Level level) {
        return model.rowsProperty().get().get(level.ordinal());
    }

    private long calls(long time) {
        var count = new AtomicLong();
        log.read(
                0,
                Integer.MAX_VALUE,
                event -> {
                    if (event instanceof Event.CallEnded call
                            && call.tier() == Tier.REDIS
                            && call.endedAt() <= time
                            && !(call instanceof Event.TierFailed)) {
                        count.incrementAndGet();
                    }
                });
        return count.get();
    }
}
