package cachescope.app.lru;

import cachescope.app.lru.Command.BadCommandException;
import cachescope.engine.strategy.EvictionName;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The sandbox: commands, what they answer, and the lines of the last one, which are gone through by
 * hand or play by themselves. For the FX thread.
 */
public final class SandboxViewModel {
    /** How many commands are remembered; the oldest are forgotten. */
    static final int HISTORY_MAX = 100;

    private static final List<String> FIRST = List.of("put A 1", "put B 2", "put C 3");

    private final ReadOnlyObjectWrapper<Picture> picture =
            new ReadOnlyObjectWrapper<>(Picture.EMPTY);
    private final ReadOnlyStringWrapper operation = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final List<String> history = new ArrayList<>();
    private Sandbox sandbox = new Sandbox(EvictionName.LRU);
    private Order before = Order.EMPTY;
    private String selected = "";
    private int recalled;
    private boolean playing;
    private long playedSince;

    public SandboxViewModel() {
        begin(EvictionName.LRU);
    }

    ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    ReadOnlyStringProperty operationProperty() {
        return operation.getReadOnlyProperty();
    }

    /** What came of the last command, or what is wrong with it. */
    ReadOnlyStringProperty answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Whether the last command could not be read. */
    ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    EvictionName eviction() {
        return sandbox.eviction();
    }

    /** Begins anew, with a policy and a few entries. */
    void begin(EvictionName eviction) {
        sandbox = new Sandbox(eviction);
        for (var command : FIRST) {
            run(command);
        }
        playing = false;
        turnTo(picture.get().steps().size() - 1, 1);
        answer.set("Try get A, put D 4, put E 5, remove B or capacity 3.");
    }

    /** Does what was typed, and begins to play it; returns whether it could be read. */
    boolean type(String text) {
        if (!text.isBlank()) {
            history.remove(text.strip());
            history.add(text.strip());
            if (history.size() > HISTORY_MAX) {
                history.removeFirst();
            }
        }
        recalled = history.size();
        return run(text);
    }

    /** An earlier command, or a later one where positive; empty beyond the last. */
    String recall(int places) {
        recalled = Math.clamp(recalled + (long) places, 0, history.size());
        return recalled == history.size() ? "" : history.get(recalled);
    }

    /** Goes so many lines on, or back where negative, and stays there. */
    void step(int lines) {
        playing = false;
        turnTo(picture.get().step() + lines, 1);
    }

    /** Plays the last command again from its first line. */
    void play() {
        playing = true;
        playedSince = -1;
    }

    void select(String key) {
        selected = key.equals(selected) ? "" : key;
        show(picture.get().step(), picture.get().share());
    }

    /** A frame of the screen, at a time in nanoseconds. */
    public void look(long now) {
        if (!playing) {
            return;
        }
        playedSince = playedSince < 0 ? now : playedSince;
        int lines = picture.get().steps().size();
        var at = Timeline.at(lines, (double) now - playedSince, Double.MAX_VALUE, 1);
        show(at.step(), at.share());
        playing = now - playedSince < lines * Timeline.LINE_NANOS;
    }

    private boolean run(String text) {
        try {
            var command = Command.parse(text);
            before = Order.of(sandbox.keys());
            answer.set(sandbox.run(command));
            refused.set(false);
            show(0, 0);
            play();
            return true;
        } catch (BadCommandException bad) {
            answer.set(String.valueOf(bad.getMessage()));
            refused.set(true);
            return false;
        }
    }

    private void turnTo(int step, double share) {
        show(Math.clamp(step, 0, Math.max(0, picture.get().steps().size() - 1)), share);
    }

    private void show(int step, double share) {
        var reading = sandbox.reading(selected);
        var after = Order.of(sandbox.keys());
        var steps =
                reading.move()
                        .map(move -> Steps.of(reading.ranking(), move, after, reading.hand()))
                        .orElse(List.of());
        operation.set(reading.move().map(LruWords::operation).orElse(""));
        picture.set(
                new Picture(
                        steps,
                        before,
                        Math.min(step, Math.max(0, steps.size() - 1)),
                        share,
                        reading.ranking(),
                        reading.entries(),
                        reading.hand(),
                        selected,
                        reading.wish().time(),
                        1,
                        reading.ribbon(),
                        reading.buckets()));
        counts.set(LruWords.counts(reading));
    }
}
