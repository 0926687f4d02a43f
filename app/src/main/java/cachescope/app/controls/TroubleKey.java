package cachescope.app.controls;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Selection;
import cachescope.engine.event.Cause;
import cachescope.engine.projection.Journey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The key of the request that was chosen; where none was, the one that the last seconds' requests
 * asked for most.
 */
final class TroubleKey {
    private static final long WINDOW_NANOS = 5_000_000_000L;

    /** How long a key stands, in time of the run, before the hottest is looked for again. */
    private static final long HOLD_NANOS = 1_000_000_000L;

    private final ReadOnlyStringWrapper key = new ReadOnlyStringWrapper(this, "key", "");
    private final ReadOnlyBooleanWrapper chosen = new ReadOnlyBooleanWrapper(this, "chosen");
    private Selection followed = new Selection.Nothing();
    private long lookedAt = Long.MIN_VALUE;

    ReadOnlyStringProperty keyProperty() {
        return key.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    void show(Frame frame, Selection selection) {
        if (!selection.equals(followed)) {
            followed = selection;
            var found = keyOf(selection, frame);
            chosen.set(found.isPresent());
            found.ifPresent(key::set);
            lookedAt = Long.MIN_VALUE;
        }
        long step = frame.time() / HOLD_NANOS;
        if (!chosen.get() && step != lookedAt) {
            lookedAt = step;
            key.set(hottest(frame).orElse(""));
        }
    }

    private static Optional<String> keyOf(Selection selection, Frame frame) {
        return selection instanceof Selection.OfRequest(long number)
                ? journeys(frame, 0, Long.MAX_VALUE).stream()
                        .filter(journey -> journey.cause().equals(new Cause.Request(number)))
                        .map(Journey::key)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<String> hottest(Frame frame) {
        var counts = new HashMap<String, Integer>();
        for (var journey : journeys(frame, frame.time() - WINDOW_NANOS, frame.time())) {
            if (!journey.background() && !journey.key().isEmpty()) {
                counts.merge(journey.key(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static List<Journey> journeys(Frame frame, long from, long to) {
        return frame.shown().journeys().overlapping(from, to);
    }
}
