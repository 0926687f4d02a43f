package cachescope.app.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks a person for a file; waits for the answer, which is empty if they changed their mind. */
public interface FilePicker {
    /** Nobody is there to be asked. */
    FilePicker NOBODY =
            new FilePicker() {
                @Override
                public Optional<Path> open(String title, List<FileKind> kinds) {
                    return Optional.empty();
                }

                @Override
                public Optional<Path> save(
                        String title, String suggestedName, List<FileKind> kinds) {
                    return Optional.empty();
                }
            };

    /** Asks for a file to read. The first kind is the one that is offered first. */
    Optional<Path> open(String title, List<FileKind> kinds);

    /** Asks for a file to write. */
    Optional<Path> save(String title, String suggestedName, List<FileKind> kinds);
}
