package cachescope.engine.event;

import java.util.function.LongFunction;

/** Where events go. Safe for use by many threads at once. */
public interface EventSink {

    /**
     * Appends one event. The function is called once, with the next number in the log's order, and
     * must return an event that carries it; it runs under the log's lock, so it only builds the
     * event.
     */
    void append(LongFunction<? extends Event> event);
}
