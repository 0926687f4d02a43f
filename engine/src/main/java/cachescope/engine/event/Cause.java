package cachescope.engine.event;

import java.util.List;

/**
 * Who asked for a step: a request, or work in the background that has a name and the requests that
 * led to it.
 */
public sealed interface Cause {

    /** A request, by its number, counted from 0 in the order of the traffic. */
    record Request(long request) implements Cause {}

    /** Work that outlives its request or serves many. */
    record Background(String task, List<Long> requests) implements Cause {
        public Background {
            requests = List.copyOf(requests);
        }
    }
}
