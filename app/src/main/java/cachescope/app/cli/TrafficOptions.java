package cachescope.app.cli;

import cachescope.engine.scenario.Scenario;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import cachescope.engine.traffic.TrafficFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which traffic to read, and how. */
final class TrafficOptions {
    @Option(
            names = "--traffic",
            paramLabel = "FILE",
            description =
                    "The recording; .gz, .xz and .zst are read as they are; - is standard input.")
    private @Nullable String traffic;

    @Mixin private ReadingForm form = new ReadingForm();

    /**
     * The recording, or the traffic of a scenario; refused with a sentence if there is none or it
     * cannot be read.
     */
    Traffic traffic(Optional<Scenario> scenario) throws TrafficException, InvalidInput {
        if (traffic == null) {
            return scenario.map(Scenario::traffic)
                    .orElseThrow(() ->
                            new InvalidInput("expected --traffic FILE, or --scenario FILE", null));
        }
        if (traffic.isEmpty()) {
            throw new InvalidInput(
                    "--traffic: expected the name of a file, but found nothing", null);
        }
        return TrafficFile.of(traffic, form.reading());
    }

    /** The recording, which must be named; refused with a sentence if it cannot be read. */
    Traffic traffic() throws TrafficException, InvalidInput {
        if (traffic == null) {
            throw new InvalidInput("expected --traffic FILE", null);
        }
        return traffic(Optional.empty());
    }

    /** After how many requests to stop. */
    long limit() throws InvalidInput {
        return form.limit();
    }

    /** The recording as a file; absent where it is standard input. */
    @Nullable Path file() {
        return traffic == null ? null : fileOf(traffic);
    }

    /** A recording as a file; absent where it is standard input. */
    static @Nullable Path fileOf(String traffic) {
        return traffic.equals(TrafficFile.STANDARD_INPUT) ? null : Path.of(traffic);
    }
}
