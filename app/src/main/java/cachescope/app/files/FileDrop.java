package cachescope.app.files;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

/**
 * Takes a file that is dropped on a region. While one is held over it the region has the
 * pseudo-class {@code drop-target}. Of several files the first is taken.
 */
public final class FileDrop {
    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");

    private final Region region;
    private final Consumer<Path> dropped;

    public FileDrop(Region region, Consumer<Path> dropped) {
        this.region = region;
        this.dropped = dropped;
    }

    /** Begins to take files. */
    public void listen() {
        region.addEventHandler(DragEvent.DRAG_OVER, this::over);
        region.addEventHandler(
                DragEvent.DRAG_EXITED, _ -> region.pseudoClassStateChanged(DROP_TARGET, false));
        region.addEventHandler(DragEvent.DRAG_DROPPED, this::drop);
    }

    private void over(DragEvent event) {
        if (fileOf(event.getDragboard()).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            region.pseudoClassStateChanged(DROP_TARGET, true);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        var file = fileOf(event.getDragboard());
        region.pseudoClassStateChanged(DROP_TARGET, false);
        event.setDropCompleted(file.isPresent());
        event.consume();
        file.ifPresent(dropped);
    }

    private static Optional<Path> fileOf(Dragboard board) {
        return board.hasFiles()
                ? board.getFiles().stream().findFirst().map(File::toPath)
                : Optional.empty();
    }
}
