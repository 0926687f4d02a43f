package cachescope.app;

import cachescope.app.controls.Troublemaker;
import cachescope.app.session.Session;
import cachescope.app.session.WorldKind;
import cachescope.engine.run.Disturbance;
import java.util.Optional;

/** Makes things go wrong in the live run of a session, or says why that can't be. */
final class RunTrouble implements Troublemaker {
    private final Session session;

    RunTrouble(Session session) {
        this.session = session;
    }

    @Override
    public Optional<String> reasonAgainst(Disturbance disturbance) {
        var run = session.state().run();
        if (run == null) {
            return Optional.of("There is no run.");
        } else if (WorldKind.of(run.world()) == WorldKind.SIMULATED) {
            return Optional.of(
                    "In the simulated world what goes wrong is planned, so that it can be repeated: add a fault below.");
        } else if (run.progress().state().isOver()) {
            return Optional.of("The run is over.");
        }
        return run.reasonAgainst(disturbance);
    }

    @Override
    public Optional<String> make(Disturbance disturbance) {
        var reason = reasonAgainst(disturbance);
        if (reason.isEmpty()) {
            session.disturb(disturbance);
        }
        return reason;
    }
}
