package cachescope.app.cli;

import cachescope.engine.scenario.Scenario;
import cachescope.engine.scenario.ScenarioException;
import cachescope.engine.scenario.ScenarioFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that takes strategy, traffic, world and trouble from one file. */
final class ScenarioOption {
    static final String NAME = "--scenario";

    @Option(
            names = NAME,
            paramLabel = "FILE",
            description =
                    "A scenario, as in assets/scenarios: strategy, traffic, world, seed and what goes wrong; other options override it.")
    private @Nullable Path file;

    private @Nullable Scenario read;

    /** The scenario; empty if there is none. Read once. */
    Optional<Scenario> scenario() throws InvalidInput {
        if (file != null && read == null) {
            try {
                read = ScenarioFile.read(file);
            } catch (ScenarioException wrong) {
                throw new InvalidInput(NAME + ": " + wrong.getMessage(), wrong);
            }
        }
        return Optional.ofNullable(read);
    }

    /** The file; absent if there is none. */
    @Nullable Path file() {
        return file;
    }
}
