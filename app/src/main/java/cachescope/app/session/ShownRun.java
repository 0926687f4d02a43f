package cachescope.app.session;

import cachescope.engine.event.EventLog;
import cachescope.engine.run.Run;
import java.util.Optional;
import java.util.function.Supplier;

/** The run that is shown, for views that look at what it stands on. */
public interface ShownRun {

    /** The run; empty where none is shown. */
    Optional<Run> run();

    /** Why there is none, in a sentence; empty if there is one. */
    String whyNone();

    /** The run of a session whose log is the one that is shown. */
    static ShownRun of(Session session, Supplier<EventLog> shown) {
        return new ShownRun() {
            @Override
            public Optional<Run> run() {
                var log = shown.get();
                return session.state().runs().stream().filter(run -> run.log() == log).findFirst();
            }

            @Override
            public String whyNone() {
                if (run().isPresent()) {
                    return "";
                }
                if (session.state().saved() != null) {
                    return "This is a saved log: what its run had in Redis was removed with it.";
                }
                return shown.get().size() > 0
                        ? "This is a picture of a run: what it had in Redis was removed with it."
                        : "There is no run yet: open a recording.";
            }
        };
    }
}
