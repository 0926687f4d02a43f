package cachescope.app.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fanout.NodeLine.State;
import cachescope.app.fixture.ClusterPlan;
import cachescope.app.fixture.FrameSequence;
import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.fixture.SyntheticMessages;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FanOutViewModelTest {
    private static final long SECOND = 1_000_000_000L;

    private final FanOutViewModel model = new FanOutViewModel();
    private final EventLog log = SyntheticMessages.of(ClusterPlan.DEFAULT);
    private final FrameSequence sequence = new FrameSequence(log);

    @Test
    void itSaysHowToGetMessagesWhereThereAreNone() {
        assertThat(model.whyEmptyProperty().get()).contains("invalidation event", "near cache");
        model.show(Frames.at(SyntheticLog.of(1, 500, 500, 1), SECOND / 2));
        assertThat(model.whyEmptyProperty().get())
                .contains("choose invalidation event, a near cache and two nodes or more");
        assertThat(model.totalsProperty().get()).isEmpty();
        model.show(sequence.at(0));
        assertThat(model.whyEmptyProperty().get()).contains("the next write sends one");
    }

    @Test
    void itFollowsTheLatestMessage() {
        for (var published : published()) {
            model.show(sequence.at(published.at()));
            assertThat(model.momentProperty().get().key()).isEqualTo(published.text());
            assertThat(model.momentProperty().get().message()).isEqualTo(published.message());
            assertThat(model.momentProperty().get().sender()).isEqualTo(published.node());
        }
    }

    @Test
    void theTotalsAreThoseUpToThePlayhead() {
        model.show(sequence.at(3 * SECOND));
        long sent = published().stream().filter(each -> each.at() <= 3 * SECOND).count();
        assertThat(model.totalsProperty().get().getFirst()).isEqualTo(sent + " sent");
        assertThat(model.totalsProperty().get())
                .anyMatch(total -> total.endsWith(" lost") && !total.startsWith("0 "));
        assertThat(model.whyEmptyProperty().get()).isEmpty();
    }

    @Test
    void aChosenKeyStaysAndABlankOneFollowsAgain() {
        var last = published().getLast();
        model.show(sequence.at(last.at()));
        model.choose(" product:4715 ");
        assertThat(model.momentProperty().get().key()).isEqualTo("product:4715");
        assertThat(model.storyProperty().get()).startsWith("product:4715: database v");
        model.choose("who knows");
        assertThat(model.storyProperty().get()).contains("nothing is known of it");
        model.choose("");
        assertThat(model.momentProperty().get().key()).isEqualTo(last.text());
    }

    @Test
    void aNodeIsStaleFromTheLossOfAMessageUntilItIsHealed() {
        var states = new ArrayList<State>();
        model.choose("product:4711");
        for (long time = 0; time < 6 * SECOND; time += SECOND / 100) {
            model.show(sequence.at(time));
            states.add(model.momentProperty().get().nodes().get(1).state());
        }
        assertThat(states).contains(State.FRESH, State.MISSED, State.NONE);
    }

    @Test
    void howAStaleNodeHealsIsToldAndItsKeyCanBeChosen() {
        long time = firstStale();
        model.show(sequence.at(time));
        model.choose("");
        model.chooseStaleOf("app-2");
        assertThat(model.chosenProperty().get()).startsWith("product:");
        assertThat(model.storyProperty().get()).contains("App 2 missed message", "heals in ");
        assertThat(model.aloudProperty().get()).contains("App 2: version", "stale for");
    }

    @Test
    void bothWaysInTimeItIsTheSame() {
        var times = LongStream.range(1, 30).map(i -> i * SECOND / 5).boxed().toList();
        var forth = times.stream().map(this::shown).toList();
        var back = times.reversed().stream().map(this::shown).toList().reversed();
        assertThat(back).isEqualTo(forth);
    }

    private List<Object> shown(long time) {
        model.show(sequence.at(time));
        return List.of(
                model.momentProperty().get(),
                model.totalsProperty().get(),
                model.storyProperty().get());
    }

    private long firstStale() {
        for (long time = 0; time < 6 * SECOND; time += SECOND / 100) {
            var fanOut = sequence.at(time).shown().present().fanOut();
            for (var node : fanOut.nodes()) {
                if (node.node().equals("app-2") && !fanOut.stale(node, time).isEmpty()) {
                    return time;
                }
            }
        }
        throw new AssertionError("app-2 never was stale");
    }

    private List<Event.MessagePublished> published() {
        var all = new ArrayList<Event.MessagePublished>();
        log.read(
                0,
                Integer.MAX_VALUE,
                event -> {
                    if (event instanceof Event.MessagePublished published) {
                        all.add(published);
                    }
                });
        return all;
    }
}
