package cachescope.app.controls;

import cachescope.app.files.FileKind;
import cachescope.app.files.FilePicker;
import cachescope.engine.strategy.StrategyException;
import cachescope.engine.strategy.StrategyFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Strategies as files, which the command line reads too. */
public final class StrategyFiles {
    private static final List<FileKind> KINDS = List.of(FileKind.STRATEGY, FileKind.ANY);

    private final StrategyViewModel model;
    private final FilePicker picker;
    private final Consumer<String> message;

    /**
     * @param message takes the sentence that says what went wrong
     */
    public StrategyFiles(StrategyViewModel model, FilePicker picker, Consumer<String> message) {
        this.model = model;
        this.picker = picker;
        this.message = message;
    }

    /** Asks for a file and writes the strategy in force there. */
    public void save() {
        var name = model.strategy().pattern().label() + ".json";
        picker.save("Save the strategy", name, KINDS).ifPresent(this::write);
    }

    /** Asks for a file and puts its strategy in force. */
    public void load() {
        picker.open("Load a strategy", KINDS).ifPresent(this::read);
    }

    private void write(Path file) {
        try {
            StrategyFile.write(file, model.strategy());
        } catch (StrategyException e) {
            message.accept(e.getMessage());
        }
    }

    private void read(Path file) {
        try {
            model.change(StrategyFile.read(file));
        } catch (StrategyException e) {
            message.accept(e.getMessage());
        }
    }
}
