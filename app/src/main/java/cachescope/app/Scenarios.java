package cachescope.app;

import cachescope.app.header.TrafficChoice;
import cachescope.engine.scenario.ScenarioException;
import cachescope.engine.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scenarios that come with the program. FX thread only. */
final class Scenarios {
    private final Path folder;
    private @Nullable List<TrafficChoice> read;

    private Scenarios(Path folder) {
        this.folder = folder;
    }

    /** Those beside the bundled recordings. */
    static Scenarios bundled() {
        return new Scenarios(
                Path.of(System.getProperty("cachescope.assets", "assets"), "scenarios"));
    }

    /** All of them under their titles; none if the folder is not there. Reads them once. */
    List<TrafficChoice> all() {
        if (read == null) {
            try (var files = Files.list(folder)) {
                read =
                        files.filter(ScenarioFile::isNamedSo)
                                .sorted()
                                .flatMap(file -> choice(file).stream())
                                .toList();
            } catch (IOException absent) {
                read = List.of();
            }
        }
        return read;
    }

    /** One that can't be read is not offered; who opens it is told why. */
    private static Optional<TrafficChoice> choice(Path file) {
        try {
            return Optional.of(new TrafficChoice(ScenarioFile.read(file).title(), "", file));
        } catch (ScenarioException wrong) {
            return Optional.empty();
        }
    }
}
