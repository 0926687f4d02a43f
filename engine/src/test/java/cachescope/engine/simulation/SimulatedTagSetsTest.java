package cachescope.engine.simulation;

import cachescope.engine.fixture.TagSetsContract;
import cachescope.engine.port.TagSets;

class SimulatedTagSetsTest extends TagSetsContract {
    private final SimulatedTagSets sets = new SimulatedTagSets();

    @Override
    protected TagSets sets() {
        return sets;
    }
}
