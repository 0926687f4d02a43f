package cachescope.app.frame;

import cachescope.engine.event.EventLog;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The logs that are read for the window: the one that is shown, and those beside it. */
final class OpenLogs implements AutoCloseable {
    private final Map<EventLog, OpenLog> open = new HashMap<>();

    /** A log, read from now on if it was not before. */
    OpenLog of(EventLog log) {
        return open.computeIfAbsent(log, OpenLog::of);
    }

    /** Reads no other logs any more; the logs themselves stay open. */
    void keepOnly(Set<EventLog> logs) {
        open.entrySet()
                .removeIf(entry -> {
                    boolean goes = !logs.contains(entry.getKey());
                    if (goes) {
                        entry.getValue().close();
                    }
                    return goes;
                });
    }

    @Override
    public void close() {
        keepOnly(Set.of());
    }
}
