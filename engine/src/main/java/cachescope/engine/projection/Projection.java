package cachescope.engine.projection;

import cachescope.engine.event.Event;
import java.util.function.Consumer;

/**
 * A fold of a log into something that can be shown. Events are handed in in the order of the log,
 * each once. Not safe for use by more than one thread.
 */
public interface Projection extends Consumer<Event> {

    /** Takes in the next event. */
    @Override
    void accept(Event event);

    /** Forgets everything, so that the fold can begin again at another place of the log. */
    void clear();
}
