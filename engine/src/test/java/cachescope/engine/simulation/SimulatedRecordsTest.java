package cachescope.engine.simulation;

import cachescope.engine.fixture.RecordStoreContract;
import cachescope.engine.port.RecordStore;

class SimulatedRecordsTest extends RecordStoreContract {
    private final SimulatedRecords records =
            new SimulatedRecords(commits, RecordStoreContract::baseline);

    @Override
    protected RecordStore records() {
        return records;
    }
}
