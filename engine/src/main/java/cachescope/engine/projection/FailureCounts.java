package cachescope.engine.projection;

import cachescope.engine.event.Cause;
import cachescope.engine.event.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Failures by name, each counted once: every call that failed, under the call's own failure; every
 * request that failed, unless one of its calls was counted under the same name, which it only
 * passed on; every write that became a dead letter, as {@value #DEAD_LETTER}.
 */
final class FailureCounts {
    static final String DEAD_LETTER = "WriteDeadLettered";

    private final Map<String, Long> counts = new TreeMap<>();
    private final Set<Long> inFlight = new HashSet<>();
    private final Map<Long, Set<String>> ofRequests = new HashMap<>();

    void started(Event.RequestStarted request) {
        inFlight.add(request.request());
    }

    void failed(Event.TierFailed call) {
        count(call.failure());
        if (call.cause() instanceof Cause.Request(long request) && inFlight.contains(request)) {
            ofRequests.computeIfAbsent(request, _ -> new HashSet<>()).add(call.failure());
        }
    }

    void ended(Event.RequestEnded request) {
        inFlight.remove(request.request());
        var counted = ofRequests.remove(request.request());
        var failure = request.failure();
        if (failure != null && (counted == null || !counted.contains(failure))) {
            count(failure);
        }
    }

    void deadLettered() {
        count(DEAD_LETTER);
    }

    SequencedMap<String, Long> byName() {
        return new LinkedHashMap<>(counts);
    }

    private void count(String name) {
        counts.merge(name, 1L, Long::sum);
    }
}
