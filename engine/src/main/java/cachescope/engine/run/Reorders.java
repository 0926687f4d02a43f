package cachescope.engine.run;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import cachescope.engine.event.EventSink;
import cachescope.engine.event.Tier;
import cachescope.engine.eviction.OrderListener;
import cachescope.engine.port.CallNotes;
import cachescope.engine.port.Caller;
import cachescope.engine.port.Tasks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the log how entries move within the order of a cache, if the run was asked to. An event is
 * appended where the cache moves the entry, inside what keeps its callers apart: so the log has the
 * moves in their true order, also of calls that overlap.
 */
final class Reorders {
    /** A near cache may be emptied by the connection that it hears of writes by. */
    private static final Caller NOBODY =
            Caller.background(new Cause.Background("hearing", List.of()), ApplicationNodes.name(1));

    private final EventSink sink;
    private final Tasks tasks;
    private final boolean wanted;

    Reorders(EventSink sink, Tasks tasks, boolean wanted) {
        this.sink = sink;
        this.tasks = tasks;
        this.wanted = wanted;
    }

    /** Who hears the moves in the near cache of a node; null if nobody does. */
    @Nullable OrderListener<String> ofNear(String node) {
        return wanted ? (key, from, to) -> tell(node, Tier.NEAR_CACHE, key, from, to) : null;
    }

    /** Who hears the moves in the shared cache; null if nobody does. */
    @Nullable OrderListener<String> ofShared() {
        return wanted ? (key, from, to) -> tell(caller().node(), Tier.REDIS, key, from, to) : null;
    }

    private static Caller caller() {
        return Caller.CURRENT.isBound() ? Caller.CURRENT.get() : NOBODY;
    }

    /** What the memory of a node that was killed still does, nobody sees. */
    private void tell(String node, Tier tier, String key, int from, int to) {
        var caller = caller();
        if (caller.isKilled()) {
            return;
        }
        long at = tasks.now();
        sink.append(seq ->
                new Event.CacheReordered(
                        seq, at, caller.cause(), node, tier, CallNotes.call(), key, from, to));
    }
}
