package cachescope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticCluster;
import cachescope.app.frame.Frame;
import cachescope.app.frame.Selection;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Tier;
import cachescope.engine.run.Disturbance;
import cachescope.engine.strategy.InvalidationName;
import cachescope.engine.strategy.PatternName;
import cachescope.engine.strategy.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class TroubleViewModelTest {
    private static final long SECOND = 1_000_000_000L;

    private final List<String> messages = new ArrayList<>();
    private final StrategyViewModel strategy =
            new StrategyViewModel(
                    Strategy.DEFAULT, Strategy.DEFAULT, _ -> Optional.empty(), messages::add);
    private final ObjectProperty<Selection> selection =
            new SimpleObjectProperty<>(new Selection.Nothing());
    private final ScriptedTrouble maker = new ScriptedTrouble();
    private final TroubleViewModel model =
            new TroubleViewModel(strategy, selection, maker, messages::add);

    @Test
    void theNodeThatWasChosenOnTheStageIsKilled() {
        model.show(cluster(SECOND));
        selection.set(new Selection.OfTier(Tier.APP, "app-3"));
        selection.set(new Selection.OfTier(Tier.REDIS, ""));
        model.make(Trouble.NODE);
        assertThat(maker.made).containsExactly(new Disturbance.KillNode("app-3"));
    }

    @Test
    void aNodeThatIsDownAtTheEndOfTheLogIsStarted() {
        var log = SyntheticCluster.of(1, 1_000, 200, 3, false);
        model.show(Frames.at(log, SyntheticCluster.DOWN_FROM + 1));
        model.choose("app-2");
        assertThat(model.downProperty().get()).isFalse();
        log.append(seq -> new Event.NodeStopped(seq, log.lastAt(), "app-2"));
        model.show(Frames.at(log, SECOND));
        assertThat(model.downProperty().get()).isTrue();
        strategy.choose(InvalidationName.EVENT);
        assertThat(closed(Trouble.MESSAGE)).isEqualTo("The node is down.");
        model.make(Trouble.NODE);
        assertThat(maker.made).containsExactly(new Disturbance.StartNode("app-2"));
    }

    @Test
    void inTheSimulatedWorldANodeIsStartedWhereThePlayheadFindsItDown() {
        strategy.showWorld(true);
        var log = SyntheticCluster.of(1, 1_000, 200, 3, false);
        model.choose("app-2");
        model.show(Frames.at(log, SyntheticCluster.DOWN_FROM + 1));
        assertThat(model.downProperty().get()).isTrue();
        model.show(Frames.at(log, SyntheticCluster.DOWN_FROM - 1));
        assertThat(model.downProperty().get()).isFalse();
    }

    @Test
    void onlyEventsHaveMessagesAndSubscriptions() {
        model.show(cluster(SECOND));
        assertThat(closed(Trouble.SUBSCRIPTION)).contains("events or tracking");
        assertThat(closed(Trouble.MESSAGE)).contains("events");
        strategy.choose(InvalidationName.EVENT);
        assertThat(closed(Trouble.SUBSCRIPTION)).isEmpty();
        model.make(Trouble.SUBSCRIPTION);
        model.make(Trouble.MESSAGE);
        assertThat(maker.made)
                .containsExactly(
                        new Disturbance.CutSubscription("app-1"),
                        new Disturbance.LoseNextMessage("app-1"));
    }

    @Test
    void theHottestKeyIsTakenUntilARequestIsChosen() {
        var frame = cluster(3 * SECOND);
        model.show(frame);
        var counts = new HashMap<String, Integer>();
        frame.shown()
                .journeys()
                .overlapping(frame.time() - 5 * SECOND, frame.time())
                .forEach(journey -> counts.merge(journey.key(), 1, Integer::sum));
        assertThat(counts.get(model.keyProperty().get()))
                .isEqualTo(
                        counts.values().stream().mapToInt(Integer::intValue).max().orElseThrow());
        assertThat(model.keyChosenProperty().get()).isFalse();

        selection.set(new Selection.OfRequest(7));
        model.show(frame);
        assertThat(model.keyChosenProperty().get()).isTrue();
        model.make(Trouble.EXPIRY);
        model.make(Trouble.WRITE);
        var key = model.keyProperty().get();
        assertThat(maker.made)
                .containsExactly(new Disturbance.ExpireKey(key), new Disturbance.WriteOutside(key));

        selection.set(new Selection.Nothing());
        model.show(frame);
        assertThat(model.keyChosenProperty().get()).isFalse();
    }

    @Test
    void withoutAKeyOrACacheThereIsNothingToExpire() {
        model.show(Frames.at(new EventLog(), 0));
        assertThat(closed(Trouble.EXPIRY)).isEqualTo("No key was asked for yet.");
        strategy.choose(PatternName.NO_CACHE);
        assertThat(closed(Trouble.EXPIRY)).isEqualTo("There is no cache.");
        assertThat(closed(Trouble.PAUSE)).isEqualTo("There is no cache.");
        model.make(Trouble.PAUSE);
        assertThat(maker.made).isEmpty();
        assertThat(messages).containsExactly("There is no cache.");
    }

    @Test
    void whatTheRunRefusesIsClosedOrToldWithItsReason() {
        model.show(cluster(SECOND));
        model.make(Trouble.PAUSE);
        assertThat(maker.made).containsExactly(new Disturbance.PauseRedis(Duration.ofSeconds(2)));
        maker.againstPausing = Optional.of("Only the bundled Redis can be paused.");
        model.show(cluster(SECOND));
        assertThat(closed(Trouble.PAUSE)).isEqualTo("Only the bundled Redis can be paused.");
        maker.refusal = Optional.of("The run is over.");
        model.make(Trouble.NODE);
        assertThat(messages).containsExactly("The run is over.");
    }

    private String closed(Trouble trouble) {
        return model.closedProperty(trouble).get();
    }

    private static Frame cluster(long time) {
        return Frames.at(SyntheticCluster.of(1, 1_000, 200, 3, true), time);
    }
}
