package cachescope.app;

import cachescope.app.controls.Troublemaker;
import cachescope.app.session.Session;
import cachescope.app.session.WorldKind;
import cachescope.engine.run.Disturbance;
import cachescope.engine.run.Run;
import java.util.Optional;

/**
 * Makes things go wrong in the run that is shown, or says why that can't be: in a live run soon, in
 * a simulated one at the playhead, in a branch of it.
 */
final class RunTrouble implements Troublemaker {
    private final Session session;
    private final Simulation simulation;

    RunTrouble(Session session, Simulation simulation) {
        this.session = session;
        this.simulation = simulation;
    }

    @Override
    public Optional<String> reasonAgainst(Disturbance disturbance) {
        var run = session.state().run();
        if (run == null) {
            return Optional.of("There is no run.");
        } else if (isSimulated(run)) {
            return simulation.reasonAgainstTrouble();
        } else if (run.progress().state().isOver()) {
            return Optional.of("The run is over.");
        }
        return run.reasonAgainst(disturbance);
    }

    @Override
    public Optional<String> make(Disturbance disturbance) {
        var reason = reasonAgainst(disturbance);
        var run = session.state().run();
        if (reason.isEmpty() && run != null) {
            if (isSimulated(run)) {
                simulation.disturb(disturbance);
            } else {
                session.disturb(disturbance);
            }
        }
        return reason;
    }

    private static boolean isSimulated(Run run) {
        return WorldKind.of(run.world()) == WorldKind.SIMULATED;
    }
}
