package cachescope.app.header;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What went wrong, in a sentence each, until it is dismissed or no longer true. The newest is
 * shown; older ones wait behind it. For the FX thread.
 */
public final class MessagesViewModel {
    /** How many are kept; beyond that the oldest is forgotten. */
    public static final int MESSAGES_MAX = 20;

    private final Deque<String> messages = new ArrayDeque<>();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();

    /** The newest message; empty if there is none. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** How many older ones wait behind it. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows a sentence. One that waits already is shown again and not twice. */
    public void show(String sentence) {
        messages.remove(sentence);
        messages.push(sentence);
        if (messages.size() > MESSAGES_MAX) {
            messages.removeLast();
        }
        update();
    }

    /** Takes a sentence away that is no longer true; does nothing if it is not there. */
    public void withdraw(String sentence) {
        messages.remove(sentence);
        update();
    }

    /** Takes the newest away and shows the one before. */
    public void dismiss() {
        messages.poll();
        update();
    }

    private void update() {
        var newest = messages.peek();
        text.set(newest == null ? "" : newest);
        waiting.set(Math.max(0, messages.size() - 1));
        shown.set(newest != null);
    }
}
