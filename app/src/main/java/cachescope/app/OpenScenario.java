package cachescope.app;

import cachescope.app.session.TrafficSource;
import cachescope.engine.run.PlannedDisturbance;
import cachescope.engine.scenario.Scenario;
import cachescope.engine.traffic.Traffic;
import java.nio.file.Path;
import java.util.List;

/** The traffic of a scenario, and what goes wrong in it. */
record OpenScenario(Path file, Scenario scenario) implements TrafficSource {
    @Override
    public Traffic open() {
        return scenario.traffic();
    }

    @Override
    public List<PlannedDisturbance> disturbances() {
        return scenario.disturbances();
    }
}
