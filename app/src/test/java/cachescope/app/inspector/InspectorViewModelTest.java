package cachescope.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticCluster;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.frame.Selection;
import cachescope.app.inspector.InspectorViewModel.Content;
import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import cachescope.engine.event.Tier;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {
    private static final long SECOND = 1_000_000_000L;

    private final ObjectProperty<Selection> selection =
            new SimpleObjectProperty<>(new Selection.Nothing());
    private final InspectorViewModel model = new InspectorViewModel(selection);
    private final EventLog log = SyntheticLog.of(1, 2_000, 500, 1);

    @Test
    void theRunIsToldUpToTheTimeShownWhereNothingIsChosen() {
        model.show(Frames.at(log, SECOND));
        long half = requestsTold();
        model.show(Frames.at(log, log.lastAt()));
        assertThat(half).isBetween(400L, 600L);
        assertThat(requestsTold()).isEqualTo(2_000);
        assertThat(figures()).last().isEqualTo(new Figure("Failures", "0"));
    }

    @Test
    void ofARunThatHasNotBegunThereAreNoNumbers() {
        model.show(Frames.at(new EventLog(), 0));
        assertThat(figures()).isEmpty();
    }

    @Test
    void aRequestIsToldWhereverThePlayheadStands() {
        selection.set(new Selection.OfRequest(1_500));
        model.show(Frames.at(log, SECOND));
        assertThat(model.contentProperty().get())
                .isInstanceOfSatisfying(
                        Content.OfStory.class,
                        told -> {
                            assertThat(told.story().kicker()).isEqualTo("REQUEST 1,500");
                            assertThat(told.story().open()).isFalse();
                            assertThat(told.story().steps()).isNotEmpty();
                        });
    }

    @Test
    void aRequestThatIsNotInTheLogIsSaidToBeGone() {
        selection.set(new Selection.OfRequest(1_000_000));
        model.show(Frames.at(log, SECOND));
        assertThat(model.contentProperty().get()).isInstanceOf(Content.Gone.class);
    }

    @Test
    void backgroundWorkIsFoundByOneOfItsCalls() {
        var started = new AtomicReference<Event.CallStarted>();
        log.read(
                0,
                Integer.MAX_VALUE,
                event -> {
                    if (event instanceof Event.CallStarted call
                            && call.cause() instanceof Cause.Background) {
                        started.set(call);
                    }
                });
        selection.set(new Selection.OfBackground("refresh", started.get().call()));
        model.show(Frames.at(log, started.get().at()));
        assertThat(model.contentProperty().get())
                .isInstanceOfSatisfying(
                        Content.OfStory.class,
                        told -> assertThat(told.story().title()).isEqualTo("refresh"));
    }

    @Test
    void aNodeOfSeveralIsToldByItsOwnNumbers() {
        var cluster = SyntheticCluster.of(1, 2_000, 400, 3, true);
        selection.set(new Selection.OfTier(Tier.APP, "app-2"));
        model.show(Frames.at(cluster, SyntheticCluster.DOWN_FROM - 1));
        assertThat(((Content.OfTier) model.contentProperty().get()).figures())
                .extracting(Figure::name)
                .containsExactly("Requests", "Near hit ratio", "State");
        model.show(Frames.at(cluster, SyntheticCluster.DOWN_FROM + SECOND));
        assertThat(((Content.OfTier) model.contentProperty().get()).figures())
                .last()
                .isEqualTo(new Figure("State", "down"));
    }

    @Test
    void aTierIsToldByItsNumbers() {
        selection.set(new Selection.OfTier(Tier.REDIS, ""));
        model.show(Frames.at(log, 2 * SECOND));
        assertThat(model.contentProperty().get())
                .isInstanceOfSatisfying(
                        Content.OfTier.class,
                        tier -> {
                            assertThat(tier.title()).isEqualTo("Redis");
                            assertThat(tier.figures())
                                    .extracting(Figure::name)
                                    .contains(
                                            "In flight",
                                            "Calls",
                                            "Hit ratio",
                                            "p50",
                                            "p99",
                                            "State");
                            assertThat(tier.figures())
                                    .last()
                                    .isEqualTo(new Figure("State", "answers"));
                        });
    }

    private List<Figure> figures() {
        return model.contentProperty().get() instanceof Content.OfRun(var figures)
                ? figures
                : List.of(new Figure("not the run", ""));
    }

    private long requestsTold() {
        return Long.parseLong(figures().getFirst().value().replace(",", ""));
    }

    @Test
    void aNewRunForgetsWhatTheOldOneTold() {
        selection.set(new Selection.OfRequest(1_500));
        model.show(Frames.at(log, SECOND));
        model.show(Frames.at(new EventLog(), 0));
        assertThat(model.contentProperty().get()).isInstanceOf(Content.Gone.class);
    }
}
