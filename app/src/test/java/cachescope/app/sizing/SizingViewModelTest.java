package cachescope.app.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.engine.sizing.By;
import cachescope.engine.strategy.EvictionName;
import cachescope.engine.strategy.Strategy;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.StrategyJson;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SizingViewModelTest {
    private final ScriptedCurves work = new ScriptedCurves();
    private Optional<OpenRecording> open = Optional.of(ScriptedCurves.recording("one"));
    private final SizingViewModel model = new SizingViewModel(work, () -> open);

    @Test
    void withoutARecordingItSaysSoAndNothingCanBeWorkedOut() {
        open = Optional.empty();
        model.look();
        assertThat(model.readyProperty().get()).isFalse();
        assertThat(model.whyEmptyProperty().get()).startsWith("Open a recording");
        model.measure();
        assertThat(work.begun).isEmpty();
    }

    @Test
    void nothingIsWorkedOutBeforeThePersonAsks() {
        model.look();
        assertThat(model.readyProperty().get()).isTrue();
        assertThat(work.begun).isEmpty();
        assertThat(model.whyEmptyProperty().get()).startsWith("Which share");
    }

    @Test
    void whileItIsWorkedOutProgressIsTold() {
        measured();
        model.look();
        assertThat(work.begun).containsExactly("one OBJECTS lru");
        assertThat(model.busyProperty().get()).isTrue();
        assertThat(model.progressProperty().get()).isEqualTo(0.4);
        assertThat(model.whyEmptyProperty().get()).isEmpty();
        model.cancel();
        model.look();
        assertThat(work.cancelled).isTrue();
        assertThat(model.busyProperty().get()).isFalse();
        assertThat(model.progressProperty().get()).isEqualTo(-1);
        assertThat(model.whyEmptyProperty().get()).startsWith("Which share");
    }

    @Test
    void theCurveComesWithItsAnswers() throws Exception {
        measured(EvictionName.LRU);
        assertThat(model.factsProperty().get())
                .containsExactly(
                        "90 % of the best hit ratio: 3 entries (90.0 % hits)",
                        "knee: 3 entries",
                        "working set: 10 keys",
                        "one-hit wonders: 70.0 % of the keys",
                        "lru exact");
        assertThat(model.shownProperty().get().marks())
                .extracting(mark -> mark.words() + " " + mark.capacity())
                .containsExactly("knee 3", "keeps 90 % 3");
        model.keepProperty().set(50);
        assertThat(model.factsProperty().get()).first().asString().startsWith("50 % of the best");
    }

    @Test
    void capacitiesInForceAreMarkedWhereEntriesCount() throws Exception {
        model.show(strategy());
        measured(EvictionName.LRU);
        assertThat(model.factsProperty().get()).contains("near cache now: 2 entries (0.0 % hits)");
        assertThat(model.shownProperty().get().marks().getFirst())
                .isEqualTo(new Mark("near cache", 2, Double.NaN));
        model.count(By.BYTES);
        work.finish(By.BYTES, EvictionName.LRU);
        model.look();
        assertThat(model.factsProperty().get())
                .noneMatch(fact -> fact.contains("now"))
                .anyMatch(fact -> fact.startsWith("working set: 10 keys, 10.2 kB"));
        assertThat(model.shownProperty().get().marks()).allMatch(Mark::isOnLine);
    }

    @Test
    void aPolicyThatIsAddedGetsItsCurveAndOneThatIsTakenAwayLosesIt() throws Exception {
        measured(EvictionName.LRU);
        model.choose(EvictionName.FIFO, true);
        work.finish(By.OBJECTS, EvictionName.FIFO);
        model.look();
        assertThat(work.begun).containsExactly("one OBJECTS lru", "one OBJECTS fifo");
        assertThat(shown()).containsExactly(EvictionName.LRU, EvictionName.FIFO);
        model.choose(EvictionName.LRU, false);
        assertThat(shown()).containsExactly(EvictionName.FIFO);
        assertThat(model.factsProperty().get()).last().isEqualTo("fifo replayed at 10 capacities");
        model.choose(EvictionName.LRU, true);
        assertThat(work.begun).hasSize(2);
        assertThat(model.chosenWords()).isEqualTo("lru, fifo");
    }

    @Test
    void theOptimumIsNotAskedForByBytes() throws Exception {
        model.choose(EvictionName.OPT, true);
        measured(EvictionName.LRU, EvictionName.OPT);
        model.count(By.BYTES);
        assertThat(work.begun).containsExactly("one OBJECTS lru,opt", "one BYTES lru");
    }

    @Test
    void anotherRecordingTakesTheCurvesAway() throws Exception {
        measured(EvictionName.LRU);
        open = Optional.of(ScriptedCurves.recording("two"));
        model.look();
        assertThat(work.cancelled).isTrue();
        assertThat(shown()).isEmpty();
        assertThat(model.whyEmptyProperty().get()).startsWith("Which share");
    }

    @Test
    void aRefusalIsTold() throws Exception {
        measured(EvictionName.LRU);
        model.count(By.BYTES);
        work.refuse("by bytes: expected the size of every key");
        model.look();
        assertThat(model.whyEmptyProperty().get())
                .isEqualTo("by bytes: expected the size of every key");
        model.count(By.OBJECTS);
        assertThat(shown()).containsExactly(EvictionName.LRU);
        assertThat(model.whyEmptyProperty().get()).isEmpty();
    }

    private void measured(EvictionName... found) {
        model.look();
        model.measure();
        if (found.length > 0) {
            try {
                work.finish(By.OBJECTS, found);
            } catch (Exception impossible) {
                throw new AssertionError(impossible);
            }
        }
        model.look();
    }

    private List<EvictionName> shown() {
        return model.shownProperty().get().curves().stream()
                .map(curve -> curve.eviction())
                .toList();
    }

    private static Strategy strategy() throws StrategyException {
        return StrategyJson.read(
                "strategy", "{\"pattern\":\"cache-aside\",\"ttl\":\"60s\",\"nearCache\":2}");
    }
}
