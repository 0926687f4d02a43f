package cachescope.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cachescope.app.fixture.Frames;
import cachescope.app.fixture.SyntheticLog;
import cachescope.app.frame.Frame;
import cachescope.app.frame.Playhead;
import cachescope.app.frame.Selection;
import cachescope.app.frame.Shown;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class FeedViewModelTest {
    private final ObjectProperty<Selection> selection =
            new SimpleObjectProperty<>(new Selection.Nothing());
    private final Playhead playhead = new Playhead();
    private final FeedViewModel model = new FeedViewModel(selection, playhead);

    @Test
    void newLinesComeOnTopAndOldOnesStay() {
        model.show(lines(1, 3));
        model.lines()
                .addListener(
                        (ListChangeListener<FeedLine>)
                                change -> {
                                    while (change.next()) {
                                        assertThat(change.wasReplaced()).isFalse();
                                    }
                                });
        model.show(lines(1, 5));
        assertThat(model.lines()).isEqualTo(lines(1, 5));
    }

    @Test
    void linesThatFallOutAreForgotten() {
        model.show(lines(1, 5));
        model.show(lines(3, 7));
        assertThat(model.lines()).isEqualTo(lines(3, 7));
    }

    @Test
    void goingBackInTimeTakesLinesAwayAndBringsOlderOnesBack() {
        model.show(lines(5, 9));
        model.show(lines(3, 7));
        assertThat(model.lines()).isEqualTo(lines(3, 7));
        model.show(lines(20, 22));
        model.show(List.of());
        assertThat(model.lines()).isEmpty();
    }

    @Test
    void linesThatFallOutOfTheMiddleAreForgotten() {
        model.show(lines(1, 6));
        var without = lines(1, 6).stream().filter(line -> line.seq() != 3).toList();
        model.show(without);
        assertThat(model.lines()).isEqualTo(without);
    }

    @Test
    void whatIsMarkedIsToldEvenWhereTheFeedBeganLater() {
        var log = SyntheticLog.withChanges(1, 8_000, 1_000);
        var whole = Frames.at(log, 7_900_000_000L);
        var begun = new Shown();
        model.show(
                new Frame(
                        log,
                        whole.time(),
                        1,
                        false,
                        false,
                        whole.liveEdge(),
                        false,
                        begun,
                        whole.whole(),
                        Optional.empty(),
                        0));
        assertThat(model.lines())
                .extracting(FeedLine::words)
                .contains("Redis is back.", "Strategy: TTL 5 min to 1 min.");
    }

    @Test
    void anotherLogIsToldInItsOwnWords() {
        model.show(Frames.at(SyntheticLog.withChanges(1, 8_000, 1_000), 7_900_000_000L));
        var other = SyntheticLog.withOutage(3, 2_000, 500, 0, 1_000_000_000L);
        model.show(Frames.at(other, 3_000_000_000L));
        var fresh = new FeedViewModel(selection, playhead);
        fresh.show(Frames.at(other, 3_000_000_000L));
        assertThat(model.lines()).isNotEmpty().isEqualTo(fresh.lines());
    }

    @Test
    void aHeldListStaysAndCountsWhatIsNewer() {
        model.show(lines(1, 3));
        model.hold(true);
        model.show(lines(1, 7));
        assertThat(model.lines()).isEqualTo(lines(1, 3));
        assertThat(model.newerProperty().get()).isEqualTo(4);
        model.hold(false);
        assertThat(model.lines()).isEqualTo(lines(1, 7));
        assertThat(model.newerProperty().get()).isZero();
    }

    @Test
    void choosingALineGoesToItsMomentAndItsRequest() {
        model.choose(new FeedLine(3, 5_000, Sign.STALE, "", OptionalLong.of(7)));
        assertThat(playhead.time()).isEqualTo(5_000);
        assertThat(playhead.isPlaying()).isFalse();
        assertThat(selection.get()).isEqualTo(new Selection.OfRequest(7));
    }

    @Test
    void aLineAboutNoRequestLeavesTheSelection() {
        model.choose(new FeedLine(3, 5_000, Sign.RUN, "", OptionalLong.empty()));
        assertThat(selection.get()).isEqualTo(new Selection.Nothing());
    }

    @Test
    void theLinesAreThoseUpToTheTimeShown() {
        var log = SyntheticLog.withChanges(1, 8_000, 1_000);
        model.show(Frames.at(log, 7_900_000_000L));
        assertThat(model.lines())
                .isNotEmpty()
                .isSortedAccordingTo((a, b) -> Long.compare(b.at(), a.at()));
        assertThat(model.lines()).allMatch(line -> line.at() <= 7_900_000_000L);
        assertThat(model.lines())
                .extracting(FeedLine::words)
                .contains("Redis is back.", "Strategy: TTL 5 min to 1 min.");
    }

    private static List<FeedLine> lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(
                        i -> new FeedLine(i, i * 10L, Sign.RUN, "line " + i, OptionalLong.empty()))
                .toList()
                .reversed();
    }
}
