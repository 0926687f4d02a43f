package cachescope.engine.run;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.Outcome;
import cachescope.engine.event.Tier;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/** How long near caches have gone on serving old copies, by a log. */
final class NearStaleness {
    private NearStaleness() {}

    /**
     * For how long after a time the one that was served old for longest had been old, as far as
     * that was after the time; nothing where none was.
     */
    static Duration longestSince(long time, List<Event> events) {
        var near = new HashSet<Cause>();
        for (var event : events) {
            if (event instanceof Event.CacheRead read
                    && read.tier() == Tier.NEAR_CACHE
                    && read.outcome() == Outcome.HIT) {
                near.add(read.cause());
            }
        }
        long longest =
                events.stream()
                        .filter(Event.RequestEnded.class::isInstance)
                        .map(Event.RequestEnded.class::cast)
                        .filter(end -> end.stale() && end.startedAt() > time)
                        .filter(end -> near.contains(new Cause.Request(end.request())))
                        .mapToLong(end -> Math.min(end.staleness(), end.startedAt() - time))
                        .max()
                        .orElse(0);
        return Duration.ofNanos(longest);
    }
}
