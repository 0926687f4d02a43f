package cachescope.app.tape;

import cachescope.engine.event.EventLog;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The two runs that there may be, which of them is shown, and whether a simulated run can begin at
 * the playhead. For the FX thread.
 */
public final class BranchesViewModel {
    private final ReadOnlyBooleanWrapper branched = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Side> shown = new ReadOnlyObjectWrapper<>(Side.A);
    private final ReadOnlyStringWrapper wordsOfA = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper wordsOfB = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper forkOffered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper whyNoFork = new ReadOnlyStringWrapper("");
    private Consumer<Side> chosen = _ -> {};
    private Runnable forked = () -> {};
    private @Nullable EventLog logOfB;
    private long leavesAt;

    /** Whether there are two runs. */
    public ReadOnlyBooleanProperty branchedProperty() {
        return branched.getReadOnlyProperty();
    }

    /** Which of them is shown. */
    public ReadOnlyObjectProperty<Side> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What a run is, in a few words: {@code from 02:10 · TTL 60s to 5s}. */
    public ReadOnlyStringProperty wordsProperty(Side side) {
        return (side == Side.A ? wordsOfA : wordsOfB).getReadOnlyProperty();
    }

    /** Whether there is a run or a log here whose traffic could be simulated. */
    public ReadOnlyBooleanProperty forkOfferedProperty() {
        return forkOffered.getReadOnlyProperty();
    }

    /** Why it cannot be, in a sentence; empty if it can. */
    public ReadOnlyStringProperty whyNoForkProperty() {
        return whyNoFork.getReadOnlyProperty();
    }

    /** Says who is told that somebody chose a run. */
    public void whenChosen(Consumer<Side> told) {
        chosen = told;
    }

    /** Says who is told that somebody wants a simulated run at the playhead. */
    public void whenForked(Runnable told) {
        forked = told;
    }

    /** Shows the run that is not shown; does nothing where there is but one. */
    public void toggle() {
        choose(shown.get().other());
    }

    /** Shows a run; does nothing where there is but one, or it is shown already. */
    public void choose(Side side) {
        if (branched.get() && side != shown.get()) {
            chosen.accept(side);
        }
    }

    /** Begins a simulated run at the playhead, if it can be. */
    public void fork() {
        if (forkOffered.get() && whyNoFork.get().isEmpty()) {
            forked.run();
        }
    }

    /**
     * Says that there are two runs.
     *
     * @param leaves when the second one left the first, in nanoseconds
     */
    public void show(String a, String b, EventLog secondLog, long leaves, Side side) {
        wordsOfA.set(a);
        wordsOfB.set(b);
        logOfB = secondLog;
        leavesAt = leaves;
        shown.set(side);
        branched.set(true);
    }

    /** Says that there is but one run. */
    public void clear() {
        branched.set(false);
        logOfB = null;
        shown.set(Side.A);
    }

    /** Says whether a simulated run can begin here, and why not. */
    public void offerFork(boolean offered, String whyNot) {
        forkOffered.set(offered);
        whyNoFork.set(whyNot);
    }

    /** Whose log it is. */
    Side sideOf(EventLog log) {
        return log == logOfB ? Side.B : Side.A;
    }

    /** From when on a run is its own, in nanoseconds. */
    long beginOf(Side side) {
        return side == Side.A ? 0 : leavesAt;
    }
}
