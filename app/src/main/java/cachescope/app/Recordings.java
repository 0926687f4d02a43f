package cachescope.app;

import cachescope.app.header.TrafficChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The recordings that come with the program. */
final class Recordings {
    private static final String FIRST = "maven-build-file-reads.jsonl.gz";

    private final Path folder;

    private Recordings(Path folder) {
        this.folder = folder;
    }

    /**
     * Those in the folder that the launcher names, or else in that of a checkout in which the
     * program was started.
     */
    static Recordings bundled() {
        return new Recordings(
                Path.of(System.getProperty("cachescope.assets", "assets"), "traffic"));
    }

    /** All of them, by name; none if the folder is not there. */
    List<TrafficChoice> all() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".gz"))
                    .sorted()
                    .map(file -> new TrafficChoice(TrafficChoice.nameOf(file), "", file))
                    .toList();
        } catch (IOException absent) {
            return List.of();
        }
    }

    /** The one that is played at the first start; empty if it is not there. */
    Optional<Path> first() {
        return Optional.of(folder.resolve(FIRST)).filter(Files::isReadable);
    }
}
