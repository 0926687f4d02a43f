package cachescope.app.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Asks by the dialog of the desktop, which opens in the folder that was used last. For the FX
 * thread.
 */
public final class DialogFilePicker implements FilePicker {
    private final Window owner;
    private Optional<Path> folder;

    /**
     * @param folder where the first dialog opens; passed over if it is not there any more
     */
    public DialogFilePicker(Window owner, Optional<Path> folder) {
        this.owner = owner;
        this.folder = folder;
    }

    /** The folder of the file that was named last. */
    public Optional<Path> folder() {
        return folder;
    }

    @Override
    public Optional<Path> open(String title, List<FileKind> kinds) {
        return ask(title, kinds, chooser -> chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, List<FileKind> kinds) {
        return ask(
                title,
                kinds,
                chooser -> {
                    chooser.setInitialFileName(suggestedName);
                    return chooser.showSaveDialog(owner);
                });
    }

    private Optional<Path> ask(
            String title,
            List<FileKind> kinds,
            Function<FileChooser, java.io.@Nullable File> show) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        for (var kind : kinds) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(kind.name(), kind.patterns()));
        }
        folder.filter(Files::isDirectory)
                .ifPresent(path -> chooser.setInitialDirectory(path.toFile()));
        var chosen =
                Optional.ofNullable(show.apply(chooser))
                        .map(file -> file.toPath().toAbsolutePath());
        chosen.map(Path::getParent).ifPresent(parent -> folder = Optional.of(parent));
        return chosen;
    }
}
