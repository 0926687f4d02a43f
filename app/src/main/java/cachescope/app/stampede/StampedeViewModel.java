package cachescope.app.stampede;

import cachescope.app.frame.Frame;
import cachescope.app.frame.Screen;
import cachescope.engine.event.EventLog;
import cachescope.engine.projection.stampede.HotKey;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One key around its expiry at a moment: the key that was chosen, or the busiest. While time runs
 * its numbers change a few times a second. For the FX thread.
 */
public final class StampedeViewModel implements Screen {
    private static final JsonNode NO_STRATEGY = JsonNodeFactory.instance.objectNode();
    private static final long NEVER = -1;

    private final ReadOnlyObjectWrapper<Moment> moment = new ReadOnlyObjectWrapper<>(Moment.EMPTY);
    private final ReadOnlyStringWrapper key = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper measured = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper expected = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> facts =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper whyEmpty = new ReadOnlyStringWrapper(StampedeWords.EMPTY);
    private final ReadOnlyStringWrapper aloud = new ReadOnlyStringWrapper("");
    private String chosen = "";
    private @Nullable Frame last;
    private @Nullable EventLog log;
    private long numbersTime = NEVER;

    /** What the picture shows. */
    ReadOnlyObjectProperty<Moment> momentProperty() {
        return moment.getReadOnlyProperty();
    }

    /** The key that is shown; empty if there is none. */
    ReadOnlyStringProperty keyProperty() {
        return key.getReadOnlyProperty();
    }

    /** How many loads an expiry led to. */
    ReadOnlyStringProperty measuredProperty() {
        return measured.getReadOnlyProperty();
    }

    /** How many were to be expected, and why. */
    ReadOnlyStringProperty expectedProperty() {
        return expected.getReadOnlyProperty();
    }

    /** What else was measured, in a few words each. */
    ReadOnlyObjectProperty<List<String>> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /** Why there is nothing to be seen, and what would change that; empty if there is. */
    ReadOnlyStringProperty whyEmptyProperty() {
        return whyEmpty.getReadOnlyProperty();
    }

    /** Everything in sentences, to be read aloud. */
    ReadOnlyStringProperty aloudProperty() {
        return aloud.getReadOnlyProperty();
    }

    private String aloud() {
        return "%s %s; %s. %s."
                .formatted(
                        StampedeWords.aloud(key.get(), moment.get()),
                        measured.get(),
                        expected.get(),
                        String.join(", ", facts.get()));
    }

    /** Chooses a key; none, to follow the busiest, if it is blank. */
    void choose(String other) {
        chosen = other.strip();
        numbersTime = NEVER;
        if (last != null) {
            show(last);
        }
    }

    @Override
    public void show(Frame frame) {
        last = frame;
        var stampedes = frame.shown().present().stampedes();
        var shown = chosen.isEmpty() ? stampedes.busiest().orElse("") : chosen;
        var hot = stampedes.of(shown);
        moment.set(
                new Moment(
                        frame.timeInRun(),
                        hot,
                        stampedes.readers(shown),
                        expected(frame, hot),
                        locking(strategy(frame).path("guard").asString("none"))));
        boolean other = frame.log() != log || !shown.equals(key.get());
        if (other || frame.numbersTime() != numbersTime) {
            log = frame.log();
            numbersTime = frame.numbersTime();
            key.set(shown);
            showNumbers(frame, hot);
        }
    }

    private void showNumbers(Frame frame, Optional<HotKey> hot) {
        whyEmpty.set(
                hot.isPresent()
                        ? ""
                        : chosen.isEmpty() ? StampedeWords.EMPTY : StampedeWords.unknown(chosen));
        measured.set(hot.map(known -> StampedeWords.measured(known.expiries())).orElse(""));
        expected.set(hot.map(_ -> StampedeWords.expected(expected(frame, hot))).orElse(""));
        facts.set(
                hot.map(known -> StampedeWords.facts(known, frame.timeInRun())).orElse(List.of()));
        aloud.set(hot.isEmpty() ? whyEmpty.get() : aloud());
    }

    private static Expected expected(Frame frame, Optional<HotKey> hot) {
        return Expected.of(
                strategy(frame),
                hot.map(known -> known.demand().perSecond(frame.timeInRun())).orElse(Double.NaN),
                hot.map(StampedeWords::bareNanos).orElse(Double.NaN));
    }

    private static JsonNode strategy(Frame frame) {
        return frame.whole().course().strategyAt(frame.time()).orElse(NO_STRATEGY);
    }

    private static Moment.Locking locking(String guard) {
        return switch (guard) {
            case "lock", "locked-xfetch" -> Moment.Locking.LOCK;
            case "lease" -> Moment.Locking.LEASE;
            default -> Moment.Locking.NONE;
        };
    }
}
