package cachescope.app.stage;

import cachescope.app.frame.Frame;
import cachescope.app.words.Counts;
import cachescope.app.words.Times;
import cachescope.engine.event.Tier;
import cachescope.engine.projection.Journey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;

/**
 * What the stage says and shows at a moment. While time runs its numbers are those of the last
 * fifth of a second of the screen, so that they can be read; while it stands they are exact.
 */
final class StageViewModel {
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper(this, "headline", "");
    private final ReadOnlyStringWrapper banner = new ReadOnlyStringWrapper(this, "banner", "");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final ReadOnlyListWrapper<TierText> tiers =
            new ReadOnlyListWrapper<>(this, "tiers", FXCollections.observableArrayList());
    private final ReadOnlyListWrapper<String> nodes =
            new ReadOnlyListWrapper<>(this, "nodes", FXCollections.observableArrayList("app-1"));
    private final ReadOnlyObjectWrapper<PacketField> packets =
            new ReadOnlyObjectWrapper<>(this, "packets", PacketField.EMPTY);
    private Numbers numbers = Numbers.NONE;

    /** What the numbers depend on. */
    private record Numbers(
            long time,
            double rate,
            boolean ended,
            boolean empty,
            String outages,
            List<String> nodes,
            List<String> down,
            boolean dense) {
        static final Numbers NONE =
                new Numbers(-1, 0, false, true, "", List.of(), List.of(), false);
    }

    /** How much happens, and by how much time is stretched, in words. */
    ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /** Which tiers are lost; empty while none is. */
    ReadOnlyStringProperty bannerProperty() {
        return banner.getReadOnlyProperty();
    }

    /** That the run has not begun, or is over; empty in between. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** The boxes' texts. */
    ReadOnlyListProperty<TierText> tiersProperty() {
        return tiers.getReadOnlyProperty();
    }

    /** The application nodes, one at least. */
    ReadOnlyListProperty<String> nodesProperty() {
        return nodes.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<PacketField> packetsProperty() {
        return packets.getReadOnlyProperty();
    }

    /** All the numbers in sentences, to be read aloud. */
    String aloud() {
        return headline.get()
                + ". "
                + tiers.stream().map(TierText::aloud).collect(Collectors.joining(" "));
    }

    /** Shows the nodes of a moment; before the layout that {@link #show} needs is made. */
    void showNodes(Frame frame) {
        var known = frame.whole().course().nodesAt(frame.timeInRun());
        if (!known.isEmpty() && !known.equals(List.copyOf(nodes))) {
            nodes.setAll(known);
        }
    }

    /** Shows a moment on a stage of a layout. */
    void show(Frame frame, StageLayout layout) {
        var field = PacketField.at(frame.shown().journeys(), frame.time(), frame.rate(), layout);
        packets.set(field);
        var course = frame.whole().course();
        long time = frame.numbersTime();
        var next =
                new Numbers(
                        time,
                        frame.rate(),
                        frame.ended(),
                        course.requests() == 0,
                        Outages.at(course, time),
                        List.copyOf(nodes),
                        nodes.stream().filter(node -> course.isDown(node, time)).toList(),
                        field.dense());
        if (!next.equals(numbers)) {
            numbers = next;
            showNumbers(frame, next);
        }
    }

    private void showNumbers(Frame frame, Numbers at) {
        var inFlight =
                inFlight(frame.shown().journeys().overlapping(at.time(), at.time()), at.time());
        headline.set(headline(frame, at));
        banner.set(at.outages());
        note.set(note(frame, at));
        tiers.setAll(
                new TierTexts(frame, at.time(), node -> inFlight.getOrDefault(node, 0)).of(nodes));
    }

    private static Map<String, Integer> inFlight(List<Journey> journeys, long time) {
        var byNode = new HashMap<String, Integer>();
        for (var journey : journeys) {
            if (!journey.background() && journey.startedAt() <= time && time < journey.endedAt()) {
                byNode.merge(journey.node(), 1, Integer::sum);
            }
        }
        return byNode;
    }

    private static String headline(Frame frame, Numbers at) {
        var loads = frame.shown().tierLoads();
        var requests = loads.at(Tier.APP, at.time()).callsPerSecond();
        var words =
                Counts.perSecond(requests).replace("/s", " requests/s")
                        + " · "
                        + Stretch.ofTime(frame.rate())
                        + " · ";
        return words
                + (at.dense()
                        ? "too many packets to tell apart: lanes show how dense they are"
                        : Stretch.ofHops(frame.rate(), redisCall(frame, at.time())));
    }

    /** How long a call of Redis takes; empty while it is lost, when calls do but fail. */
    private static OptionalLong redisCall(Frame frame, long time) {
        return frame.whole().course().outageAt(Tier.REDIS, time).isPresent()
                ? OptionalLong.empty()
                : frame.shown().tierLoads().at(Tier.REDIS, time).latencyP50();
    }

    private static String note(Frame frame, Numbers at) {
        if (at.empty()) {
            return frame.ended()
                    ? "The run ended without a request"
                    : "Waiting for the first request";
        }
        boolean over = frame.ended() && frame.time() >= frame.liveEdge();
        var end = frame.whole().course().ended() ? "The run ended at " : "The log breaks off at ";
        return over ? end + Times.clock(frame.liveEdge()) : "";
    }
}
