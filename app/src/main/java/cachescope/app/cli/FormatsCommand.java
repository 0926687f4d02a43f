package cachescope.app.cli;

import cachescope.engine.traffic.Format;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the formats of recorded traffic. */
@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        description =
                "Lists the formats that --format takes, how each is recognised, and which fields it carries.")
final class FormatsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (var format : Format.values()) {
            out.printf("%-14s recognised by  %s%n", format.label(), format.recognisedBy());
            out.printf("%-14s carries        %s%n", "", String.join(", ", format.fields()));
        }
        if (out.checkError()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "cachescope formats: the list could not be written to standard output");
            return ExitCode.FAILED;
        }
        return ExitCode.DONE;
    }
}
