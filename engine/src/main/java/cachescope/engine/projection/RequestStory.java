package cachescope.engine.projection;

import cachescope.engine.event.Event;
import java.util.List;
import java.util.Optional;

/**
 * All that one request did, as the inspector tells it.
 *
 * @param steps its own events in the order of the log: from its start to its end, its calls between
 *     them with what they sent
 * @param background events of work in the background that it led to
 * @param complete whether its end was found; if not it is on its way, or the search was given up
 */
public record RequestStory(
        long request, List<Event> steps, List<Event> background, boolean complete) {
    public RequestStory {
        steps = List.copyOf(steps);
        background = List.copyOf(background);
    }

    /** Its start; empty where that is no longer in the log. */
    public Optional<Event.RequestStarted> started() {
        return steps.stream()
                .filter(Event.RequestStarted.class::isInstance)
                .map(Event.RequestStarted.class::cast)
                .findFirst();
    }

    /** Its end; empty while it is on its way. */
    public Optional<Event.RequestEnded> ended() {
        return steps.stream()
                .filter(Event.RequestEnded.class::isInstance)
                .map(Event.RequestEnded.class::cast)
                .findFirst();
    }

    /** Its calls that came back, in the order in which they did. */
    public List<Event.CallEnded> calls() {
        return steps.stream()
                .filter(Event.CallEnded.class::isInstance)
                .map(Event.CallEnded.class::cast)
                .toList();
    }
}
