package cachescope.app.cli;

import cachescope.app.words.Counts;
import cachescope.engine.sizing.Advance;
import cachescope.engine.sizing.By;
import cachescope.engine.sizing.Sizing;
import cachescope.engine.sizing.SizingException;
import cachescope.engine.sizing.Workload;
import cachescope.engine.traffic.Traffic;
import cachescope.engine.traffic.TrafficException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the commands have in common that say how large a cache should be. */
abstract class SizingCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private TrafficOptions traffic;

    @Option(
            names = "--by",
            paramLabel = "objects|bytes",
            description =
                    "What capacities count; bytes need a recording that tells sizes (default: objects).")
    private By by = By.OBJECTS;

    @Override
    public final Integer call() {
        try (var interruption = new Interruption()) {
            check();
            var recording = traffic.traffic();
            var sizing =
                    Sizing.within(Runtime.getRuntime().maxMemory(), recording, by)
                            .withLimit(traffic.limit());
            var advance = new Advance();
            var reader = Thread.currentThread();
            interruption.stops(() -> {
                advance.stop();
                if (recording.totalBytes().isEmpty()) {
                    reader.interrupt(); // it may be waiting for a pipe
                }
            });
            try (var line =
                    new ProgressLine(
                            err(),
                            () -> ProgressLine.text(advance.requests(), advance.percent()))) {
                line.start();
                size(sizing, advance);
            }
            var _ = Thread.interrupted();
            tell(spec.commandLine().getOut());
            if (interruption.happened()) {
                err().println(name() + ": interrupted; this report is partial.");
                return ExitCode.INTERRUPTED;
            }
            return ExitCode.DONE;
        } catch (TrafficException | SizingException | InvalidInput wrong) {
            err().println(name() + ": " + wrong.getMessage());
            return ExitCode.WRONG_INPUT;
        } catch (IOException unwritable) {
            err().println(name() + ": " + unwritable.getMessage());
            return ExitCode.FAILED;
        }
    }

    /** Refuses options that make no sense, before anything is read. */
    abstract void check() throws InvalidInput;

    /** Works it out, and keeps what is to be told. */
    abstract void size(Sizing sizing, Advance advance) throws TrafficException, SizingException;

    /** Tells what was worked out. */
    abstract void tell(PrintWriter out) throws IOException;

    final TrafficOptions traffic() {
        return traffic;
    }

    final By by() {
        return by;
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final String name() {
        return spec.qualifiedName();
    }

    /** What capacities count, in a word. */
    static String unit(By by) {
        return by == By.OBJECTS ? "entries" : "bytes";
    }

    /** A capacity and what it counts: {@code 1 entry}, {@code 1,250 entries}. */
    static String capacity(long capacity, By by) {
        return by == By.OBJECTS
                ? Counts.of(capacity, "entry", "entries")
                : Counts.of(capacity, "byte", "bytes");
    }

    /** What a report says of the recording. */
    static ObjectNode json(Traffic traffic, Workload workload, boolean estimated) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("file", traffic.name())
                .put("format", traffic.format())
                .put("requests", workload.requests())
                .put("uniqueKeys", workload.uniqueKeys())
                .put("uniqueKeysEstimated", estimated)
                .put("seconds", workload.seconds());
    }
}
