package cachescope.app;

import cachescope.app.session.TrafficSource;
import cachescope.engine.traffic.ReadingOptions;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import cachescope.engine.traffic.TrafficFile;
import java.nio.file.Path;

/** The traffic of a file. */
record Recording(Path file) implements TrafficSource {
    @Override
    public Traffic open() throws TrafficException {
        return TrafficFile.of(file, ReadingOptions.DEFAULT);
    }
}
