package cachescope.app.cli;

import cachescope.engine.event.EventFileException;
import cachescope.engine.event.EventFileReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens the window on a saved log. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = "Opens the window on the event log of a run, as replay --events saves it.")
final class WatchCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE.jsonl",
            description = "The saved log.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        try (var reader = EventFileReader.open(file)) {
            reader.next();
        } catch (EventFileException wrong) {
            spec.commandLine().getErr().println("cachescope watch: " + wrong.getMessage());
            return ExitCode.WRONG_INPUT;
        }
        var program = (CachescopeCommand) spec.parent().userObject();
        return program.open(Optional.of(file));
    }
}
