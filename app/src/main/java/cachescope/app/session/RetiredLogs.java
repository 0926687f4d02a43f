package cachescope.app.session;

import cachescope.engine.event.EventLog;
import cachescope.engine.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Ends runs, and holds their logs as long as something may still read them. */
final class RetiredLogs {
    private final List<EventLog> logs = new ArrayList<>();

    /** Ends all that a state has. Blocks for a bounded time. */
    void retire(State before) {
        var run = before.run();
        if (run != null) {
            retire(run);
        }
        retire(before.branch());
        discard(before.coming());
        var saved = before.saved();
        if (saved != null) {
            saved.close();
            logs.add(saved.log());
        }
    }

    /** Ends the run of a branch, if there is one. */
    void retire(@Nullable Fork branch) {
        if (branch != null) {
            retire(branch.run());
        }
    }

    /** Ends a run that was never shown, if there is one, and forgets its log at once. */
    static void discard(@Nullable Fork coming) {
        if (coming != null) {
            coming.run().close();
            coming.run().log().close();
        }
    }

    /** Closes the logs that nothing reads any more, which removes their files. */
    void closeUnless(Predicate<EventLog> needed) {
        logs.removeIf(log -> {
            boolean goes = !needed.test(log);
            if (goes) {
                log.close();
            }
            return goes;
        });
    }

    private void retire(Run run) {
        run.close();
        logs.add(run.log());
    }
}
