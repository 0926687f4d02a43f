package cachescope.app.fanout;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import cachescope.app.words.NodeWords;
import cachescope.engine.event.EventLog;
import cachescope.engine.projection.fanout.FanOut;
import cachescope.engine.projection.fanout.Message;
import cachescope.engine.projection.fanout.Missed;
import cachescope.engine.projection.fanout.Subscriber;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The fan-out at a moment, of a key that was chosen or that of the latest message. For the FX
 * thread.
 */
public final class FanOutViewModel implements Screen {
    private static final long NEVER = -1;

    private final ReadOnlyObjectWrapper<Moment> moment = new ReadOnlyObjectWrapper<>(Moment.EMPTY);
    private final ReadOnlyObjectWrapper<List<String>> totals =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper story = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper whyEmpty = new ReadOnlyStringWrapper(FanOutWords.empty());
    private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper aloud = new ReadOnlyStringWrapper("");
    private @Nullable Frame last;
    private @Nullable EventLog toldLog;
    private long toldTime = NEVER;

    /** What the picture shows. */
    ReadOnlyObjectProperty<Moment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /** What messages came to and cost, in a few words each. */
    ReadOnlyObjectProperty<List<String>> totalsProperty() {
        return totals.getReadOnlyProperty();
    }

    /** Which version of the key lies where, and how a stale node heals. */
    ReadOnlyStringProperty storyProperty() {
        return story.getReadOnlyProperty();
    }

    /** Why there is nothing to be seen, and what would change that; empty if there is. */
    ReadOnlyStringProperty whyEmptyProperty() {
        return whyEmpty.getReadOnlyProperty();
    }

    /** Everything in sentences, to be read aloud; while time runs, told a few times a second. */
    ReadOnlyStringProperty aloudProperty() {
        return aloud.getReadOnlyProperty();
    }

    /** Chooses a key; none, to follow the latest message, if it is blank. */
    void choose(String key) {
        chosen.set(key.strip());
        toldTime = NEVER;
        if (last != null) {
            show(last);
        }
    }

    /** The key that was chosen; empty while the latest message is followed. */
    ReadOnlyStringProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Chooses the next of the keys that a node is stale of, if there is one. */
    void chooseStaleOf(String node) {
        if (last == null) {
            return;
        }
        var fanOut = last.shown().present().fanOut();
        long time = last.timeInRun();
        var stale =
                fanOut.nodes().stream()
                        .filter(known -> known.node().equals(node))
                        .flatMap(known -> fanOut.stale(known, time).stream())
                        .map(Missed::key)
                        .toList();
        if (!stale.isEmpty()) {
            choose(stale.get((stale.indexOf(moment.get().key()) + 1) % stale.size()));
        }
    }

    @Override
    public void show(Frame frame) {
        last = frame;
        var fanOut = frame.shown().present().fanOut();
        long time = frame.timeInRun();
        var latest = latest(fanOut, frame.numbersTime());
        var key = chosen.get().isEmpty() ? latest.map(Message::key).orElse("") : chosen.get();
        var nodes = nodes(frame, fanOut);
        var strategy = frame.whole().course().strategyAt(frame.time());
        whyEmpty.set(
                fanOut.totals().published() + fanOut.totals().delivered() == 0
                                && chosen.get().isEmpty()
                        ? strategy.map(FanOutWords::empty).orElseGet(FanOutWords::empty)
                        : "");
        totals.set(whyEmpty.get().isEmpty() ? FanOutWords.totals(fanOut.totals()) : List.of());
        story.set(key.isEmpty() ? "" : FanOutWords.story(fanOut, key, time));
        var flights =
                Flights.at(
                        frame.shown().present().fanOutAhead(), nodes, frame.time(), frame.rate());
        moment.set(
                new Moment(
                        new Lines(fanOut, flights, key, time).of(nodes),
                        flights,
                        latest.map(Message::node).orElse(""),
                        latest.map(Message::number).orElse(-1L),
                        latest.map(Message::channel).orElse(""),
                        key,
                        frame.time() / frame.rate() / 1e9));
        if (frame.numbersTime() != toldTime || frame.log() != toldLog) {
            toldLog = frame.log();
            toldTime = frame.numbersTime();
            tellAloud();
        }
    }

    private void tellAloud() {
        aloud.set(
                Stream.concat(
                                Stream.of(String.join(", ", totals.get()) + ".", story.get() + "."),
                                moment.get().nodes().stream().map(NodeLine::aloud))
                        .collect(Collectors.joining(" ")));
    }

    private static Optional<Message> latest(FanOut fanOut, long time) {
        var messages = fanOut.messages();
        Optional<Message> oldest = Optional.empty();
        for (var message : messages.reversed()) {
            if (!message.node().isEmpty()) {
                oldest = Optional.of(message);
                if (message.startedAt() <= time) {
                    return oldest;
                }
            }
        }
        return oldest;
    }

    private static List<String> nodes(Frame frame, FanOut fanOut) {
        return Stream.concat(
                        frame.whole().course().nodes().stream(),
                        fanOut.nodes().stream().map(Subscriber::node))
                .distinct()
                .sorted(NodeWords.BY_NUMBER)
                .limit(FanOutLayout.NODES_MAX)
                .toList();
    }
}
